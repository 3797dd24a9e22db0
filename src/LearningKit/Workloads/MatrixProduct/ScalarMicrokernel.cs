namespace LearningKit.Workloads;

/// <summary>The tile for processors without vectors that multiply and add: 4 x 4 in sixteen scalar accumulators.</summary>
readonly struct ScalarMicrokernel : IMicrokernel
{
    public static int Rows => 4;

    public static int Columns => 4;

    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        double c00 = 0, c01 = 0, c02 = 0, c03 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0;
        double c20 = 0, c21 = 0, c22 = 0, c23 = 0, c30 = 0, c31 = 0, c32 = 0, c33 = 0;
        for (var l = 0; l < depth; l++, a += 4, b += 4)
        {
            (c00, c01, c02, c03) = (c00 + a[0] * b[0], c01 + a[0] * b[1], c02 + a[0] * b[2], c03 + a[0] * b[3]);
            (c10, c11, c12, c13) = (c10 + a[1] * b[0], c11 + a[1] * b[1], c12 + a[1] * b[2], c13 + a[1] * b[3]);
            (c20, c21, c22, c23) = (c20 + a[2] * b[0], c21 + a[2] * b[1], c22 + a[2] * b[2], c23 + a[2] * b[3]);
            (c30, c31, c32, c33) = (c30 + a[3] * b[0], c31 + a[3] * b[1], c32 + a[3] * b[2], c33 + a[3] * b[3]);
        }
        Store(c, c00, c01, c02, c03, add);
        Store(c + stride, c10, c11, c12, c13, add);
        Store(c + 2 * stride, c20, c21, c22, c23, add);
        Store(c + 3 * stride, c30, c31, c32, c33, add);
    }

    static unsafe void Store(double* c, double x0, double x1, double x2, double x3, bool add)
    {
        if (add) (x0, x1, x2, x3) = (c[0] + x0, c[1] + x1, c[2] + x2, c[3] + x3);
        (c[0], c[1], c[2], c[3]) = (x0, x1, x2, x3);
    }
}
