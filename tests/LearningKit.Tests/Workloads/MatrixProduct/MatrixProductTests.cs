using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MatrixProductTests
{
    [Fact]
    public void Gather_AnySizeAndParts_AgreesWithSerialAndTextbook() =>
        Prop.ForAll(Gen.Choose(0, 70).Two().ToArbitrary(), sizes =>
        {
            var (size, parts) = sizes;
            var product = new MatrixProduct(size, Seed: parts);
            var textbook = new double[size * size];
            TextbookProduct.InnerProducts(product.Left, product.Right, textbook, MatrixShape.Square(size));
            var divided = product.Gather(product.Divide(parts + 1).Select(product.Execute));
            return product.Agrees(divided, product.Solve()) && product.Agrees(divided, textbook) && product.PassesFreivalds(divided);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task RunAsync_TeamEngine_AgreesWithSerial()
    {
        await using var engine = new TeamEngine();
        var product = new MatrixProduct(150, 7);
        Assert.True(product.Agrees(await engine.RunAsync(product, new() { Workers = 3 }), product.Solve()));
    }

    [Fact]
    public void Operands_SeedAndSize_MakeThem()
    {
        var (one, same, other) = (new MatrixProduct(20, 1), new MatrixProduct(20, 1), new MatrixProduct(20, 2));
        Assert.Equal(one, same);
        Assert.Equal(one.Left, same.Left);
        Assert.NotEqual(one.Left, one.Right);
        Assert.NotEqual(one.Left, other.Left);
        Assert.Equal(900, (one with { Size = 30 }).Left.Length);
        Assert.All(one.Left, x => Assert.InRange(x, -0.5, 0.5));
        Assert.InRange(new MatrixProduct(300, 3).Left.Average(), -0.01, 0.01);
    }

    [Fact]
    public void Agrees_OneElementOff_SaysNo()
    {
        var product = new MatrixProduct(40, 1);
        var (right, wrong) = (product.Solve(), product.Solve());
        wrong[777] += 1e-9;
        Assert.False(product.Agrees(wrong, right));
        Assert.False(product.Agrees(right[1..], right));
        wrong[777] = double.NaN;
        Assert.False(product.Agrees(wrong, right));
    }

    [Fact]
    public void PassesFreivalds_OneElementOff_SaysNoToSomeSeed()
    {
        var product = new MatrixProduct(40, 1);
        var wrong = product.Solve();
        wrong[777] += 1e-3;
        Assert.Contains(Enumerable.Range(0, 20), seed => !product.PassesFreivalds(wrong, seed));
    }
}
