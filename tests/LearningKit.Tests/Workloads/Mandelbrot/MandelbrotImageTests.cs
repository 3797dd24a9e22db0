using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class MandelbrotImageTests
{
    static MandelbrotImage Sample(params ushort[] counts) => new(2, 10, counts);

    [Fact]
    public void RowIterations_TwoRows_AreSummedByRow()
    {
        var image = Sample(1, 2, 10, 4);
        Assert.Equal(2, image.Height);
        Assert.Equal([3, 14], image.RowIterations());
        Assert.Equal(17, image.TotalIterations);
        Assert.Equal([10, 4], image.Row(1).ToArray());
    }

    [Fact]
    public void ToGrayscale_InsideIsBlackAndLaterEscapesAreBrighter()
    {
        var shades = Sample(1, 4, 9, 10).ToGrayscale();
        Assert.Equal(0, shades[3]);
        Assert.True(0 < shades[0] && shades[0] < shades[1] && shades[1] < shades[2]);
    }

    [Fact]
    public void Equals_SameCountsOnly_AreEqual()
    {
        Assert.Equal(Sample(1, 2, 3, 4), Sample(1, 2, 3, 4));
        Assert.Equal(Sample(1, 2, 3, 4).GetHashCode(), Sample(1, 2, 3, 4).GetHashCode());
        Assert.NotEqual(Sample(1, 2, 3, 4), Sample(1, 2, 3, 5));
        Assert.NotEqual(new MandelbrotImage(2, 10, [1, 2, 3, 4]), new MandelbrotImage(4, 10, [1, 2, 3, 4]));
        Assert.NotEqual(new MandelbrotImage(2, 10, [1, 2, 3, 4]), new MandelbrotImage(2, 11, [1, 2, 3, 4]));
    }

    [Fact]
    public void Height_NoPixels_IsZero() => Assert.Equal(0, new MandelbrotImage(0, 10, []).Height);
}
