using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// The tile for 32 registers of 512 bits (AVX-512): 8 x 24 in 24 accumulators, 3 registers for B and 1 for A.
/// Each step loads 11 times for 24 multiply-adds.
/// </summary>
readonly struct Vector512Microkernel : IMicrokernel
{
    public static int Rows => 8;

    public static int Columns => 24;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        Vector512<double> c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
        Vector512<double> c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
        Vector512<double> c40 = default, c41 = default, c42 = default, c50 = default, c51 = default, c52 = default;
        Vector512<double> c60 = default, c61 = default, c62 = default, c70 = default, c71 = default, c72 = default;
        for (var l = 0; l < depth; l++)
        {
            var (b0, b1, b2) = (Vector512.LoadAligned(b), Vector512.LoadAligned(b + 8), Vector512.LoadAligned(b + 16));
            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
            x = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(x, b2, c42);
            x = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(x, b2, c52);
            x = Vector512.Create(a[6]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            c62 = Vector512.FusedMultiplyAdd(x, b2, c62);
            x = Vector512.Create(a[7]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            c72 = Vector512.FusedMultiplyAdd(x, b2, c72);
            a += 8;
            b += 24;
        }
        Store(c, c00, c01, c02, add);
        Store(c + stride, c10, c11, c12, add);
        Store(c + 2 * stride, c20, c21, c22, add);
        Store(c + 3 * stride, c30, c31, c32, add);
        Store(c + 4 * stride, c40, c41, c42, add);
        Store(c + 5 * stride, c50, c51, c52, add);
        Store(c + 6 * stride, c60, c61, c62, add);
        Store(c + 7 * stride, c70, c71, c72, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Store(double* c, Vector512<double> x0, Vector512<double> x1, Vector512<double> x2, bool add)
    {
        if (add) (x0, x1, x2) = (x0 + Vector512.Load(c), x1 + Vector512.Load(c + 8), x2 + Vector512.Load(c + 16));
        x0.Store(c);
        x1.Store(c + 8);
        x2.Store(c + 16);
    }
}
