using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MandelbrotTests
{
    delegate void Kernel(Mandelbrot picture, IndexRange rows, Span<ushort> counts);

    static readonly (string Name, Kernel Rows)[] kernels =
    [
        ("Vector256", MandelbrotVector256.Rows),
        ("Vector512", MandelbrotVector512.Rows),
        ("interleaved Vector256", MandelbrotInterleaved256.Rows),
        ("interleaved Vector512", MandelbrotInterleaved512.Rows),
    ];

    static readonly Gen<MandelbrotView> views = Gen.Choose(0, 1_000_000).Three().Select(place =>
        new MandelbrotView(place.Item1 * 3.5e-6 - 2.5, place.Item2 * 3e-6 - 1.5, 3 * Math.Pow(0.5, place.Item3 % 13)));

    static readonly Gen<Mandelbrot> pictures = Gen.Choose(0, 1_000_000).Three().Zip(views).Select(random =>
        new Mandelbrot(random.Item1.Item1 % 91, random.Item1.Item2 % 21, 1 + random.Item1.Item3 % 300, random.Item2));

    static ushort[] Draw(Kernel rows, Mandelbrot picture)
    {
        var counts = new ushort[picture.Width * picture.Height];
        rows(picture, new(0, picture.Height), counts);
        return counts;
    }

    [Fact]
    public void Rows_AnyPicture_AreEqualInEveryKernel() =>
        Prop.ForAll(pictures.ToArbitrary(), picture =>
        {
            var expected = Draw(MandelbrotScalar.Rows, picture);
            foreach (var (name, rows) in kernels) Assert.True(expected.AsSpan().SequenceEqual(Draw(rows, picture)), name);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_NeedleOfTheSetWherePointsEscapeSlowly_AreEqualInEveryKernel()
    {
        // Around -2 points stay close to the border of the circle for many steps.
        var picture = new Mandelbrot(101, 5, 5000, new(-2 - 1e-9, 2e-11, 2e-9));
        var expected = Draw(MandelbrotScalar.Rows, picture);
        Assert.All(kernels, kernel => Assert.Equal(expected, Draw(kernel.Rows, picture)));
    }

    [Fact]
    public void Rows_LargestLimit_CountsUpToIt()
    {
        var inside = new Mandelbrot(40, 1, ushort.MaxValue, new(-0.1, 0, 0.1));
        Assert.All(kernels, kernel => Assert.All(Draw(kernel.Rows, inside), count => Assert.Equal(ushort.MaxValue, count)));
    }

    [Fact]
    public void Rows_TooLittleRoom_AreRefused() =>
        Assert.All(kernels, kernel => Assert.ThrowsAny<ArgumentException>(() => kernel.Rows(new(8, 2), new(0, 2), new ushort[15])));

    [Theory]
    [InlineData(0, 0, 100)]       // inside
    [InlineData(-1, 0, 100)]      // inside, a cycle of two
    [InlineData(-2, 0, 100)]      // the tip of the needle is inside
    [InlineData(0, 1, 100)]       // inside, on the border
    [InlineData(0.5, 0, 5)]       // 0, 0.5, 0.75, 1.0625, 1.63, then 3.15
    [InlineData(1, 0, 3)]         // 0, 1, 2, then 5
    [InlineData(4, 0, 1)]         // 0, then 4
    public void Steps_KnownPoints_AreCounted(double real, double imaginary, int expected) =>
        Assert.Equal(expected, MandelbrotScalar.Steps(real, imaginary, limit: 100));

    [Fact]
    public void Answer_AnyPictureAndParts_EqualsTheScalarOne() =>
        Prop.ForAll(pictures.ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (picture, parts) =>
        {
            var image = picture.Gather(picture.Divide(parts).Select(picture.Execute));
            Assert.Equal(Draw(MandelbrotScalar.Rows, picture), image.Counts);
            Assert.Equal(picture.Solve(), image);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_SquarePictureOfTheSet_CoversTheKnownArea()
    {
        var image = new Mandelbrot(1000, 1000, 1000).Solve();
        var area = image.Counts.Count(count => count == image.MaxIterations) * 2.5 * 2.5 / 1_000_000;
        Assert.InRange(area, 1.50, 1.52);   // 1.5065918849 (OEIS A098403)
    }

    [Fact]
    public void CheapTop_SquarePicture_TopHalfTakesUnderAThirdOfTheBottomHalf()
    {
        var rows = new Mandelbrot(256, 256, 256, MandelbrotView.CheapTop).Solve().RowIterations();
        Assert.InRange(rows[..128].Sum(), 1, rows[128..].Sum() / 3);
    }

    [Fact]
    public void Limits_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mandelbrot(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mandelbrot(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mandelbrot(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mandelbrot(1, 1, 65_536));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mandelbrot(1, 1) with { MaxIterations = 0 });
    }
}
