using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LearningKit.Engines;

namespace LearningKit.Workloads;

/// <summary>
/// The matrix product as fast as the processor allows: register tiles over packed blocks, after Goto and van de Geijn
/// (2008) and BLIS (Van Zee and van de Geijn 2015). The README beside this file explains it.
/// </summary>
/// <remarks>
/// Each element is summed in the same order whatever the number of workers, so the result does not depend on it.
/// Thread-safe. It allocates its packing buffers (some megabytes at most) for each call, outside the managed heap.
/// </remarks>
public static unsafe class PackedProduct
{
    /// <summary>C = A B, on the caller's thread or on a team.</summary>
    /// <param name="a">A, row after row.</param>
    /// <param name="b">B, row after row.</param>
    /// <param name="c">C, row after row; what it holds before is lost. Must not overlap A or B.</param>
    /// <param name="shape">The three sizes.</param>
    /// <param name="team">Who computes; null for the caller alone.</param>
    /// <exception cref="ArgumentException">An array does not fit the shape.</exception>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape, WorkerTeam? team = null)
    {
        if (Vector512.IsHardwareAccelerated) Multiply<Vector512Microkernel>(a, b, c, shape, team);
        else if (Fma.IsSupported) Multiply<Vector256Microkernel>(a, b, c, shape, team);
        else Multiply<ScalarMicrokernel>(a, b, c, shape, team);
    }

    internal static void Multiply<TKernel>(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape, WorkerTeam? team)
        where TKernel : IMicrokernel
    {
        shape.Check(a, b, c);
        if (shape.K == 0) c.Clear();
        if (shape.M == 0 || shape.N == 0 || shape.K == 0) return;
        fixed (double* pa = a, pb = b, pc = c)
        {
            using var run = new PackedRun<TKernel>(pa, pb, pc, shape, team);
            if (team is null) run.Work(worker: 0);
            else team.Run(run.Work);
        }
    }
}
