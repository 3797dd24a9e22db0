using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningKit.Workloads;

/// <summary>
/// The tile for 16 registers of 256 bits (AVX2 with FMA): 4 x 12 in 12 accumulators, 3 registers for B and 1 for A.
/// Each step loads 7 times for 12 multiply-adds, so two loads a cycle keep two multiply-adds a cycle fed.
/// </summary>
readonly struct Vector256Microkernel : IMicrokernel
{
    public static int Rows => 4;

    public static int Columns => 12;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        Prefetch(c, stride);
        Row c0 = default, c1 = default, c2 = default, c3 = default;
        for (var end = a + depth * 4; a < end; a += 16, b += 48)
        {
            // Four steps a turn: the loop itself costs a quarter.
            Step(a, b, ref c0, ref c1, ref c2, ref c3);
            Step(a + 4, b + 12, ref c0, ref c1, ref c2, ref c3);
            Step(a + 8, b + 24, ref c0, ref c1, ref c2, ref c3);
            Step(a + 12, b + 36, ref c0, ref c1, ref c2, ref c3);
        }
        c0.Store(c, add);
        c1.Store(c + stride, add);
        c2.Store(c + 2L * stride, add);
        c3.Store(c + 3L * stride, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Step(double* a, double* b, ref Row c0, ref Row c1, ref Row c2, ref Row c3)
    {
        var (b0, b1, b2) = (Vector256.LoadAligned(b), Vector256.LoadAligned(b + 4), Vector256.LoadAligned(b + 8));
        c0.Add(Vector256.Create(a[0]), b0, b1, b2);
        c1.Add(Vector256.Create(a[1]), b0, b1, b2);
        c2.Add(Vector256.Create(a[2]), b0, b1, b2);
        c3.Add(Vector256.Create(a[3]), b0, b1, b2);
    }

    /// <summary>Asks for the tile of C, which is needed at the end only: it arrives while the loop runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Prefetch(double* c, int stride)
    {
        if (!Sse.IsSupported) return;
        for (var row = 0; row < 4; row++, c += stride)
        {
            Sse.Prefetch0(c);
            Sse.Prefetch0(c + 11);   // a row spans two cache lines
        }
    }

    /// <summary>One row of the tile: three registers.</summary>
    struct Row
    {
        Vector256<double> x, y, z;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector256<double> a, Vector256<double> b0, Vector256<double> b1, Vector256<double> b2)
        {
            x = Vector256.FusedMultiplyAdd(a, b0, x);
            y = Vector256.FusedMultiplyAdd(a, b1, y);
            z = Vector256.FusedMultiplyAdd(a, b2, z);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly unsafe void Store(double* c, bool add)
        {
            (add ? x + Vector256.Load(c) : x).Store(c);
            (add ? y + Vector256.Load(c + 4) : y).Store(c + 4);
            (add ? z + Vector256.Load(c + 8) : z).Store(c + 8);
        }
    }
}
