using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningKit.Workloads;

/// <summary>
/// The tile for 32 registers of 512 bits (AVX-512): 8 x 24 in 24 accumulators, 3 registers for B and 1 for A.
/// Each step loads 11 times for 24 multiply-adds.
/// </summary>
readonly struct Vector512Microkernel : IMicrokernel
{
    public static int Rows => 8;

    public static int Columns => 24;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        Prefetch(c, stride);
        Row c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (var end = a + depth * 8; a < end; a += 8, b += 24)
        {
            var (b0, b1, b2) = (Vector512.LoadAligned(b), Vector512.LoadAligned(b + 8), Vector512.LoadAligned(b + 16));
            c0.Add(Vector512.Create(a[0]), b0, b1, b2);
            c1.Add(Vector512.Create(a[1]), b0, b1, b2);
            c2.Add(Vector512.Create(a[2]), b0, b1, b2);
            c3.Add(Vector512.Create(a[3]), b0, b1, b2);
            c4.Add(Vector512.Create(a[4]), b0, b1, b2);
            c5.Add(Vector512.Create(a[5]), b0, b1, b2);
            c6.Add(Vector512.Create(a[6]), b0, b1, b2);
            c7.Add(Vector512.Create(a[7]), b0, b1, b2);
        }
        c0.Store(c, add);
        c1.Store(c + stride, add);
        c2.Store(c + 2L * stride, add);
        c3.Store(c + 3L * stride, add);
        c4.Store(c + 4L * stride, add);
        c5.Store(c + 5L * stride, add);
        c6.Store(c + 6L * stride, add);
        c7.Store(c + 7L * stride, add);
    }

    /// <summary>Asks for the tile of C, which is needed at the end only: it arrives while the loop runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Prefetch(double* c, int stride)
    {
        if (!Sse.IsSupported) return;
        for (var row = 0; row < 8; row++, c += stride)
            for (var column = 0; column < 24; column += 8)
                Sse.Prefetch0(c + column);
    }

    /// <summary>One row of the tile: three registers.</summary>
    struct Row
    {
        Vector512<double> x, y, z;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector512<double> a, Vector512<double> b0, Vector512<double> b1, Vector512<double> b2)
        {
            x = Vector512.FusedMultiplyAdd(a, b0, x);
            y = Vector512.FusedMultiplyAdd(a, b1, y);
            z = Vector512.FusedMultiplyAdd(a, b2, z);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly unsafe void Store(double* c, bool add)
        {
            (add ? x + Vector512.Load(c) : x).Store(c);
            (add ? y + Vector512.Load(c + 8) : y).Store(c + 8);
            (add ? z + Vector512.Load(c + 16) : z).Store(c + 16);
        }
    }
}
