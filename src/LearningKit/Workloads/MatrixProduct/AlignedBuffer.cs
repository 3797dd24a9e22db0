using System.Buffers;
using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>
/// Numbers that do not move and start on a page. Rented from the shared pool: memory that is fresh from the system costs a
/// page fault for each 4 KiB, which small products would notice.
/// </summary>
sealed unsafe class AlignedBuffer : IDisposable
{
    const int PageBytes = 4096;

    readonly double[] numbers;
    GCHandle pin;

    /// <param name="length">How many numbers; what they are at first is not defined.</param>
    public AlignedBuffer(long length)
    {
        numbers = ArrayPool<double>.Shared.Rent(checked((int)length + PageBytes / sizeof(double)));
        pin = GCHandle.Alloc(numbers, GCHandleType.Pinned);
        Start = (double*)(((ulong)pin.AddrOfPinnedObject() + PageBytes - 1) & ~(ulong)(PageBytes - 1));
    }

    /// <summary>The first number.</summary>
    public double* Start { get; }

    public void Dispose()
    {
        pin.Free();
        ArrayPool<double>.Shared.Return(numbers);
    }
}
