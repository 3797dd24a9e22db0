using System.Runtime.CompilerServices;

namespace LearningKit.Workloads;

/// <summary>
/// The product of two square matrices made from a seed. A part is a block of rows of the answer; it needs those rows of
/// the left matrix and all of the right one.
/// </summary>
/// <param name="Size">Rows and columns: up to 46,000, where an array of .NET is full.</param>
/// <param name="Seed">Makes the two matrices, with elements spread evenly over -0.5 to 0.5.</param>
/// <example>
/// <code>
/// double[] c = new MatrixProduct(Size: 1024, Seed: 1).Solve();   // row after row
/// </code>
/// </example>
/// <remarks>2 n^3 floating-point operations on 24 n^2 bytes: the larger, the more it is limited by computing, not by memory.</remarks>
public sealed record MatrixProduct(int Size, int Seed) : IWorkload<IndexRange, double[], double[]>
{
    // The matrices belong to the object, not to its value: they take no part in equality and do not travel.
    static readonly ConditionalWeakTable<MatrixProduct, double[][]> Operands = [];

    /// <summary>The left matrix, row after row. Made when first asked for; to be read only.</summary>
    public double[] Left => OperandsOf(this)[0];

    /// <summary>The right matrix, row after row. Made when first asked for; to be read only.</summary>
    public double[] Right => OperandsOf(this)[1];

    /// <summary>By the packed kernel on one thread.</summary>
    public double[] Solve() => Rows(new(0, Size));

    /// <summary>Blocks of rows.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Size, parts);

    /// <summary>The rows of the answer that the part names, by the packed kernel.</summary>
    public double[] Execute(IndexRange part) => Rows(part);

    /// <summary>Puts the blocks of rows below each other.</summary>
    public double[] Gather(IEnumerable<double[]> partials)
    {
        var answer = GC.AllocateUninitializedArray<double>(checked(Size * Size));
        var rest = answer.AsSpan();
        foreach (var rows in partials)
        {
            rows.CopyTo(rest);
            rest = rest[rows.Length..];
        }
        return answer;
    }

    /// <summary>
    /// Two products agree when no element differs by more than rounding can explain. Summing n products in any order is
    /// off by at most n u times the sum of their sizes, which is below n / 4; two answers differ by twice that:
    /// n^2 u / 2, with u = 2^-53.
    /// </summary>
    public bool Agrees(double[] answer, double[] expected)
    {
        if (answer.Length != expected.Length) return false;
        for (var i = 0; i < answer.Length; i++)
            if (!(Math.Abs(answer[i] - expected[i]) <= Tolerance)) return false;
        return true;
    }

    /// <summary>
    /// Checks an answer without another product: C x = A (B x) for a vector x of random signs, by Freivalds (1977).
    /// A wrong element escapes with a chance of one half, so ask with several seeds.
    /// </summary>
    public bool PassesFreivalds(double[] answer, int seed = 0)
    {
        var random = new Random(seed);
        var signs = new double[Size];
        for (var i = 0; i < Size; i++) signs[i] = random.Next(2) * 2 - 1;
        var (direct, detour) = (Apply(answer, signs), Apply(Left, Apply(Right, signs)));
        // Each side sums n elements, each of them off by at most the tolerance.
        return direct.Zip(detour).All(pair => Math.Abs(pair.First - pair.Second) <= 2 * Size * Tolerance);
    }

    double Tolerance => Math.ScaleB((double)Size * Size, -54);

    double[] Rows(IndexRange range)
    {
        var shape = new MatrixShape((int)range.Count, Size, Size);
        var rows = GC.AllocateUninitializedArray<double>(checked(shape.M * Size));
        PackedProduct.Multiply(Left.AsSpan((int)range.Start * Size, shape.M * Size), Right, rows, shape);
        return rows;
    }

    double[] Apply(double[] matrix, double[] vector)
    {
        var product = new double[Size];
        for (var i = 0; i < Size; i++)
            for (var j = 0; j < Size; j++)
                product[i] += matrix[i * Size + j] * vector[j];
        return product;
    }

    static double[][] OperandsOf(MatrixProduct product) => Operands.GetValue(product, static p =>
    {
        var length = (long)p.Size * p.Size;
        return [SeededMatrix.Make(length, (ulong)p.Seed << 1), SeededMatrix.Make(length, ((ulong)p.Seed << 1) + 1)];
    });
}
