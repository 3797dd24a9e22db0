namespace LearningKit.Workloads;

/// <summary>The tile for processors without vectors that multiply and add: 2 x 4 in eight scalar accumulators.</summary>
readonly struct ScalarMicrokernel : IMicrokernel
{
    public static int Rows => 2;

    public static int Columns => 4;

    public static unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add)
    {
        double c00 = 0, c01 = 0, c02 = 0, c03 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0;
        for (var l = 0; l < depth; l++, a += 2, b += 4)
        {
            (c00, c01, c02, c03) = (c00 + a[0] * b[0], c01 + a[0] * b[1], c02 + a[0] * b[2], c03 + a[0] * b[3]);
            (c10, c11, c12, c13) = (c10 + a[1] * b[0], c11 + a[1] * b[1], c12 + a[1] * b[2], c13 + a[1] * b[3]);
        }
        Store(c, c00, c01, c02, c03, add);
        Store(c + stride, c10, c11, c12, c13, add);
    }

    static unsafe void Store(double* c, double x0, double x1, double x2, double x3, bool add)
    {
        if (add) (x0, x1, x2, x3) = (c[0] + x0, c[1] + x1, c[2] + x2, c[3] + x3);
        (c[0], c[1], c[2], c[3]) = (x0, x1, x2, x3);
    }
}
