namespace LearningKit.Workloads;

/// <summary>The sizes of a product C = A B of matrices stored row after row: A is m x k, B is k x n, C is m x n.</summary>
/// <param name="M">Rows of A and C.</param>
/// <param name="N">Columns of B and C.</param>
/// <param name="K">Columns of A and rows of B: the length of each inner product.</param>
public readonly record struct MatrixShape(int M, int N, int K)
{
    /// <summary>Square matrices of n rows.</summary>
    public static MatrixShape Square(int n) => new(n, n, n);

    /// <summary>Multiplications and additions of the product: 2 m n k.</summary>
    public double Flops => 2.0 * M * N * K;

    /// <summary>Throws unless three arrays have the lengths that this shape asks for.</summary>
    /// <exception cref="ArgumentException">An array has another length.</exception>
    internal void Check(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        if (M < 0 || N < 0 || K < 0) throw new ArgumentException($"A matrix cannot have a negative size: {this}.");
        CheckLength("A", a.Length, M, K);
        CheckLength("B", b.Length, K, N);
        CheckLength("C", c.Length, M, N);
    }

    static void CheckLength(string name, int length, int rows, int columns)
    {
        if (length != (long)rows * columns)
            throw new ArgumentException($"{name} must hold {rows} x {columns} = {(long)rows * columns} numbers but holds {length}.");
    }
}
