using System.Buffers.Binary;
using System.IO.Compression;
using LearningKit.Charts;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class ImageFigureTests
{
    static byte[] Png(ImageFigure figure)
    {
        var source = (string)figure.ToPlotly()["layout"]!["images"]![0]!["source"]!;
        Assert.StartsWith("data:image/png;base64,", source, StringComparison.Ordinal);
        return Convert.FromBase64String(source["data:image/png;base64,".Length..]);
    }

    /// <summary>The chunks of a PNG by name, each with its content.</summary>
    static Dictionary<string, byte[]> Chunks(byte[] png)
    {
        var chunks = new Dictionary<string, byte[]>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add(System.Text.Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
        return chunks;
    }

    static byte[] Unpacked(byte[] compressed)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zlib.CopyTo(bytes);
        return bytes.ToArray();
    }

    [Fact]
    public void Image_Grey_HoldsThePixelsRowByRow()
    {
        var chunks = Chunks(Png(new ImageFigure("i", 3, 2, [1, 2, 3, 4, 5, 6])));

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Keys);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0], chunks["IHDR"]);
        Assert.Equal([0, 1, 2, 3, 0, 4, 5, 6], Unpacked(chunks["IDAT"]));
    }

    [Fact]
    public void Image_Viridis_HasAPaletteFromBlackToYellow()
    {
        var palette = Chunks(Png(new ImageFigure("i", 1, 1, [7]) { Colours = ImageColours.Viridis }))["PLTE"];

        Assert.Equal(3 * 256, palette.Length);
        Assert.Equal([0, 0, 0], palette[..3]);
        Assert.Equal([0xFD, 0xE7, 0x25], palette[^3..]);
    }

    [Fact]
    public void Image_LargerThanAnyScreen_IsAveragedOverBlocks()
    {
        var figure = new ImageFigure("i", 2400, 2, [.. Enumerable.Range(0, 4800).Select(i => (byte)(i % 2 * 100))]);

        Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(Chunks(Png(figure))["IHDR"]));
        Assert.All(Unpacked(Chunks(Png(figure))["IDAT"]).Skip(1), pixel => Assert.Equal(50, pixel));
        Assert.Contains("drawn as means of blocks of 2 x 2", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Image_WithTooFewPixels_IsRefusedWithBothCounts()
    {
        var error = Assert.Throws<ArgumentException>(() => new ImageFigure("i", 3, 2, [1, 2]));

        Assert.Contains("3 x 2 has 6 pixels, but 2 were given", error.Message, StringComparison.Ordinal);
    }
}
