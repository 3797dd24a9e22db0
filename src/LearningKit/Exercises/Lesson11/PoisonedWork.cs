using System.Diagnostics;

namespace LearningKit.Exercises;

/// <summary>Work of which one item kills the process that tries it, as a crash in a native library would, and another throws.</summary>
/// <param name="Home">The process that must not try it.</param>
/// <param name="Deadly">The item that kills.</param>
/// <param name="Broken">The item that throws.</param>
sealed record PoisonedWork(int Home, int Deadly, int Broken)
{
    /// <summary>Computes one item, in a worker.</summary>
    public long Do(int item)
    {
        if (Environment.ProcessId == Home)
            throw new InvalidOperationException("work was called in the notebook's own process, which one of the items would have killed. Hand it to the pool.");
        if (item == Deadly) Process.GetCurrentProcess().Kill();
        return item == Broken ? throw new ArithmeticException($"Item {item} cannot be computed.") : Result(item);
    }

    /// <summary>What an item yields if it can be computed.</summary>
    public static long Result(int item) => 1_000_003L * (item + 1) % 9_973;
}
