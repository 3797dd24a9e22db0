namespace LearningKit.Workloads;

/// <summary>The matrix product as it stands in the textbook, in two orders of its three loops.</summary>
public static class TextbookProduct
{
    /// <summary>
    /// Loops i, j, k: each element of C is an inner product. It walks down the columns of B, so nearly every step is a
    /// new cache line, and from some size on a cache miss.
    /// </summary>
    /// <exception cref="ArgumentException">An array does not fit the shape.</exception>
    public static void InnerProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape)
    {
        shape.Check(a, b, c);
        var (m, n, k) = shape;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var sum = 0.0;
                for (var l = 0; l < k; l++) sum += a[i * k + l] * b[l * n + j];
                c[i * n + j] = sum;
            }
        }
    }

    /// <summary>
    /// Loops i, k, j: each row of C is a sum of rows of B. The same work in an order in which everything is read along
    /// the rows: the best of the simple versions.
    /// </summary>
    /// <exception cref="ArgumentException">An array does not fit the shape.</exception>
    public static void RowSums(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape)
    {
        shape.Check(a, b, c);
        var (m, n, k) = shape;
        c.Clear();
        for (var i = 0; i < m; i++)
        {
            for (var l = 0; l < k; l++) AddRow(c.Slice(i * n, n), a[i * k + l], b.Slice(l * n, n));
        }
    }

    // A method of its own: called often, it is soon compiled at full speed, while a long loop in a method that is called
    // once stays in the code that was made for it half-way.
    static void AddRow(Span<double> row, double factor, ReadOnlySpan<double> other)
    {
        for (var j = 0; j < row.Length && j < other.Length; j++) row[j] += factor * other[j];
    }
}
