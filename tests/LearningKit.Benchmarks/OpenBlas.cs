using System.Runtime.InteropServices;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>The matrix product of Debian's OpenBLAS (package libopenblas0-pthread).</summary>
static unsafe class OpenBlas
{
    const int RowMajor = 101;
    const int NotTransposed = 111;

    [DllImport("libopenblas.so.0")]
    static extern void openblas_set_num_threads(int threads);

    [DllImport("libopenblas.so.0")]
    static extern void cblas_dgemm(int order, int transA, int transB, int m, int n, int k, double alpha, double* a, int lda, double* b, int ldb, double beta, double* c, int ldc);

    public static void UseThreads(int threads) => openblas_set_num_threads(threads);

    /// <summary>C = A B, matrices row after row.</summary>
    public static void Multiply(double[] a, double[] b, double[] c, MatrixShape shape)
    {
        fixed (double* pa = a, pb = b, pc = c)
            cblas_dgemm(RowMajor, NotTransposed, NotTransposed, shape.M, shape.N, shape.K, 1, pa, shape.K, pb, shape.N, 0, pc, shape.N);
    }
}
