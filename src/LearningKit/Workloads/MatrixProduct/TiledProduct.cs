using System.Numerics;

namespace LearningKit.Workloads;

/// <summary>
/// The matrix product with register tiles: 4 rows by 2 vectors of C stay in registers while k runs, so each number that
/// is loaded is used several times. About twenty lines for most of the way from the simple loops to the packed kernel.
/// </summary>
/// <remarks>
/// What it lacks, and <see cref="PackedProduct"/> has: rows of B that lie close together in memory. For large matrices
/// each k touches another page, and caches of few ways evict what is needed next.
/// </remarks>
public static class TiledProduct
{
    const int TileRows = 4;

    static readonly int TileColumns = 2 * Vector<double>.Count;

    /// <summary>C = A B.</summary>
    /// <exception cref="ArgumentException">An array does not fit the shape.</exception>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape)
    {
        shape.Check(a, b, c);
        var (m, n, k) = shape;
        // With k = 0 B is empty, so no tile can start in it; the sums of nothing are left to Rest.
        var (wholeRows, wholeColumns) = (m - m % TileRows, k == 0 ? 0 : n - n % TileColumns);
        for (var j = 0; j < wholeColumns; j += TileColumns)
            for (var i = 0; i < wholeRows; i += TileRows)
                Tile(a[(i * k)..], b[j..], c[(i * n + j)..], n, k);
        Rest(a, b, c, shape, wholeRows, wholeColumns);
    }

    static void Tile(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int n, int k)
    {
        Vector<double> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (var l = 0; l < k; l++)
        {
            var b0 = new Vector<double>(b[(l * n)..]);
            var b1 = new Vector<double>(b[(l * n + Vector<double>.Count)..]);
            var (a0, a1, a2, a3) = (Vector.Create(a[l]), Vector.Create(a[k + l]), Vector.Create(a[2 * k + l]), Vector.Create(a[3 * k + l]));
            (c00, c01) = (Vector.FusedMultiplyAdd(a0, b0, c00), Vector.FusedMultiplyAdd(a0, b1, c01));
            (c10, c11) = (Vector.FusedMultiplyAdd(a1, b0, c10), Vector.FusedMultiplyAdd(a1, b1, c11));
            (c20, c21) = (Vector.FusedMultiplyAdd(a2, b0, c20), Vector.FusedMultiplyAdd(a2, b1, c21));
            (c30, c31) = (Vector.FusedMultiplyAdd(a3, b0, c30), Vector.FusedMultiplyAdd(a3, b1, c31));
        }
        Store(c, c00, c01);
        Store(c[n..], c10, c11);
        Store(c[(2 * n)..], c20, c21);
        Store(c[(3 * n)..], c30, c31);
    }

    static void Store(Span<double> c, Vector<double> left, Vector<double> right)
    {
        left.CopyTo(c);
        right.CopyTo(c[Vector<double>.Count..]);
    }

    /// <summary>The rows below and the columns right of the last whole tile, by inner products.</summary>
    static void Rest(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape, int wholeRows, int wholeColumns)
    {
        var (m, n, k) = shape;
        for (var i = 0; i < m; i++)
        {
            for (var j = i < wholeRows ? wholeColumns : 0; j < n; j++)
            {
                var sum = 0.0;
                for (var l = 0; l < k; l++) sum += a[i * k + l] * b[l * n + j];
                c[i * n + j] = sum;
            }
        }
    }
}
