using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>What is known about a message that was received or probed.</summary>
/// <param name="Source">Who sent it: the answer when <see cref="MpiConstants.AnySource"/> was asked for.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Bytes">How long it is, in bytes.</param>
/// <param name="IsCancelled">True if the operation was cancelled before it met its partner.</param>
public readonly record struct Status(int Source, int Tag, long Bytes, bool IsCancelled = false)
{
    /// <summary>How many elements the message holds: often fewer than the buffer has places.</summary>
    /// <exception cref="MpiException">Its bytes are no whole number of elements.</exception>
    public int Count<T>() where T : unmanaged
    {
        var (count, rest) = Math.DivRem(Bytes, Unsafe.SizeOf<T>());
        return rest == 0
            ? checked((int)count)
            : throw new MpiException(MpiErrorClass.Truncate,
                $"A message of {Bytes} bytes holds no whole number of {typeof(T).Name} ({Unsafe.SizeOf<T>()} bytes each). Sender and receiver must agree on the type.");
    }
}
