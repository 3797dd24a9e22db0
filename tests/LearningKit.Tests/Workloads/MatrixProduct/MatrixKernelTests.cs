using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MatrixKernelTests
{
    delegate void Kernel(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, MatrixShape shape, WorkerTeam? team);

    static readonly (string Name, Kernel Multiply)[] kernels =
    [
        ("row sums", (a, b, c, shape, _) => TextbookProduct.RowSums(a, b, c, shape)),
        ("tiles", (a, b, c, shape, _) => TiledProduct.Multiply(a, b, c, shape)),
        ("packed", PackedProduct.Multiply),
        ("packed, scalar", PackedProduct.Multiply<ScalarMicrokernel>),
        ("packed, 256 bits", PackedProduct.Multiply<Vector256Microkernel>),
        ("packed, 512 bits", PackedProduct.Multiply<Vector512Microkernel>),
    ];

    /// <summary>Small sizes, and sizes around the depth of a packed block and multiples of tiles.</summary>
    static readonly Gen<int> sizes = Gen.OneOf(
        Gen.Choose(0, 40), Gen.Choose(0, 90), Gen.Elements(1, 2, 4, 8, 12, 24, 47, 48, 49, 95, 96, 97, 130, 257));

    [Fact]
    public void AllKernels_WholeNumbersOfAnyShape_GiveTheInnerProductsExactly() =>
        Prop.ForAll(
            (from m in sizes from n in sizes from k in Gen.OneOf(sizes, Gen.Choose(190, 520)) from team in Gen.Choose(0, 4) select (new MatrixShape(m, n, k), team)).ToArbitrary(),
            input =>
            {
                var (shape, workers) = input;
                var (a, b) = (WholeNumbers(shape.M * shape.K, 1), WholeNumbers(shape.K * shape.N, 2));
                var expected = new double[shape.M * shape.N];
                TextbookProduct.InnerProducts(a, b, expected, shape);
                using var team = workers == 0 ? null : new WorkerTeam(workers);
                foreach (var (name, multiply) in kernels)
                {
                    var c = new double[expected.Length];
                    Array.Fill(c, double.NaN);   // what C held before must not matter
                    multiply(a, b, c, shape, team);
                    Assert.True(c.AsSpan().SequenceEqual(expected), $"The kernel '{name}' is wrong for {shape} on {workers} workers.");
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void AllKernels_NothingToSum_GiveZeros()
    {
        foreach (var (name, multiply) in kernels)
        {
            var c = new double[4 * 74];
            Array.Fill(c, double.NaN);
            multiply([], [], c, new MatrixShape(4, 74, 0), null);
            Assert.True(c.AsSpan().IndexOfAnyExcept(0.0) < 0, $"The kernel '{name}' does not give zeros for k = 0.");
        }
    }

    [Fact]
    public void PackedProduct_MoreColumnsThanABlock_GivesTheRowSumsExactly()
    {
        var shape = new MatrixShape(7, 4200, 300);
        var (a, b) = (WholeNumbers(shape.M * shape.K, 3), WholeNumbers(shape.K * shape.N, 4));
        var (expected, c) = (new double[shape.M * shape.N], new double[shape.M * shape.N]);
        TextbookProduct.RowSums(a, b, expected, shape);
        using var team = new WorkerTeam(2);
        PackedProduct.Multiply(a, b, c, shape, team);
        Assert.Equal(expected, c);
    }

    [Fact]
    public void PackedProduct_AnyNumberOfWorkers_GivesTheSameBits()
    {
        var (product, shape) = (new MatrixProduct(301, 5), MatrixShape.Square(301));
        var expected = product.Solve();
        foreach (var workers in new[] { 1, 2, 3 })
        {
            using var team = new WorkerTeam(workers);
            var c = new double[expected.Length];
            PackedProduct.Multiply(product.Left, product.Right, c, shape, team);
            Assert.Equal(expected, c);
        }
    }

    [Fact]
    public void AllKernels_ArraysThatDoNotFitTheShape_AreRefused()
    {
        var shape = new MatrixShape(2, 3, 4);
        var (a, b, c) = (new double[8], new double[12], new double[6]);
        foreach (var (_, multiply) in kernels)
        {
            Assert.Contains("A must hold 2 x 4 = 8 numbers but holds 7", Assert.Throws<ArgumentException>(() => multiply(new double[7], b, c, shape, null)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => multiply(a, new double[11], c, shape, null));
            Assert.Throws<ArgumentException>(() => multiply(a, b, new double[5], shape, null));
        }
    }

    [Theory]
    [InlineData(4, 12, 32, 512, 32768, 256)]
    [InlineData(8, 24, 48, 1024, 32768, 192)]
    [InlineData(8, 24, 32, 256, 4096, 192)]
    [InlineData(2, 4, 64, 4096, 0, 384)]
    public void BlockSizes_CachesInKilobytes_AreWholeTilesThatFit(int rows, int columns, int level1, int level2, int level3, int depth)
    {
        var block = BlockSizes.For(rows, columns, new(level1 << 10, level2 << 10, level3 << 10));
        Assert.Equal(depth, block.Depth);
        Assert.Equal((0, 0), (block.Rows % rows, block.Columns % columns));
        Assert.InRange(block.Rows * depth * sizeof(double), 1, level2 << 10);
        Assert.True(block.Columns >= columns);
    }

    /// <summary>Whole numbers from -8 to 8: their sums of products are exact in every order.</summary>
    static double[] WholeNumbers(int count, int seed)
    {
        var random = new Random(seed);
        var numbers = new double[count];
        for (var i = 0; i < count; i++) numbers[i] = random.Next(-8, 9);
        return numbers;
    }
}
