using LearningKit.Charts;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class ImageFigureTests
{
    static RasterImage Drawn(ImageFigure figure)
    {
        var source = (string)figure.ToPlotly()["layout"]!["images"]![0]!["source"]!;
        Assert.StartsWith("data:image/png;base64,", source, StringComparison.Ordinal);
        return Png.Decode(Convert.FromBase64String(source["data:image/png;base64,".Length..]));
    }

    [Fact]
    public void Image_Grey_IsDrawnAsItIs()
    {
        var image = new RasterImage(3, 2, 1, [1, 2, 3, 4, 5, 6]);

        Assert.Equal(image, Drawn(new ImageFigure("i", image)));
        Assert.Equal(image, Drawn(new ImageFigure("i", 3, 2, image.Samples)));
    }

    [Fact]
    public void Image_InColour_KeepsItsColours()
    {
        var image = new RasterImage(2, 1, 3, [1, 2, 3, 4, 5, 6]);

        Assert.Equal(image, Drawn(new ImageFigure("i", image) { Colours = ImageColours.Viridis }));
    }

    [Fact]
    public void Image_Viridis_GoesFromBlackByVioletToYellow() => Assert.Equal(
        new RasterImage(3, 1, 3, [0, 0, 0, 0x44, 0x02, 0x55, 0xFD, 0xE7, 0x25]),
        Drawn(new ImageFigure("i", 3, 1, [0, 1, 255]) { Colours = ImageColours.Viridis }));

    [Fact]
    public void Image_LargerThanAnyScreen_IsAveragedOverBlocks()
    {
        var figure = new ImageFigure("i", 2400, 2, [.. Enumerable.Range(0, 4800).Select(i => (byte)(i % 2 * 100))]);

        Assert.Equal(new RasterImage(1200, 1, 1, [.. Enumerable.Repeat((byte)50, 1200)]), Drawn(figure));
        Assert.Contains("drawn as means of blocks of 2 x 2", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_WithTooFewPixels_IsRefusedWithBothCounts()
    {
        var error = Assert.Throws<ArgumentException>(() => new ImageFigure("i", 3, 2, [1, 2]));

        Assert.Contains("3 x 2 pixels with 1 channels has 6 samples, not 2", error.Message, StringComparison.Ordinal);
    }
}
