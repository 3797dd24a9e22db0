using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// The tile for 16 registers of 256 bits (AVX2 with FMA): 4 x 12 in 12 accumulators, 3 registers for B and 1 for A.
/// Each step loads 7 times for 12 multiply-adds, so two loads a cycle keep two multiply-adds a cycle fed.
/// </summary>
readonly struct Vector256Microkernel : IMicrokernel
{
    public static int Rows => 4;

    public static int Columns => 12;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        Vector256<double> c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
        Vector256<double> c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
        for (var l = 0; l < depth; l++)
        {
            var (b0, b1, b2) = (Vector256.LoadAligned(b), Vector256.LoadAligned(b + 4), Vector256.LoadAligned(b + 8));
            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(x, b2, c02);
            x = Vector256.Create(a[1]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(x, b2, c12);
            x = Vector256.Create(a[2]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(x, b2, c22);
            x = Vector256.Create(a[3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(x, b2, c32);
            a += 4;
            b += 12;
        }
        Store(c, c00, c01, c02, add);
        Store(c + stride, c10, c11, c12, add);
        Store(c + 2 * stride, c20, c21, c22, add);
        Store(c + 3 * stride, c30, c31, c32, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Store(double* c, Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, bool add)
    {
        if (add) (x0, x1, x2) = (x0 + Vector256.Load(c), x1 + Vector256.Load(c + 4), x2 + Vector256.Load(c + 8));
        x0.Store(c);
        x1.Store(c + 4);
        x2.Store(c + 8);
    }
}
