using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class PngTests
{
    static readonly Arbitrary<RasterImage> images = (
        from width in Gen.Choose(1, 40)
        from height in Gen.Choose(1, 20)
        from channels in Gen.Elements(1, 3)
        from samples in Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), width * height * channels)
        select new RasterImage(width, height, channels, samples)).ToArbitrary();

    static readonly RasterImage small = new(3, 2, 1, [1, 2, 3, 4, 5, 6]);

    [Fact]
    public void Decode_WhatEncodeWrote_IsTheImage() =>
        Prop.ForAll(images, image => Png.Decode(Png.Encode(image)).Equals(image)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Undo_WhatAnyFilterApplied_IsTheRow(int filter) =>
        Prop.ForAll(images, image =>
        {
            byte[] above = new byte[image.Width * image.Channels];
            for (var y = 0; y < image.Height; y++)
            {
                var row = new byte[above.Length];
                PngFilter.Apply(filter, image.Row(y), above, image.Channels, row);
                PngFilter.Undo(filter, row, above, image.Channels);
                if (!image.Row(y).SequenceEqual(row)) return false;
                above = row;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_FileCutAnywhere_SaysItWasCut()
    {
        var file = Png.Encode(small);
        for (var length = 0; length < file.Length; length++)
        {
            var error = Assert.Throws<InvalidDataException>(() => Png.Decode(file.AsSpan(0, length), "stars.png"));
            Assert.Equal(length < 8
                ? "stars.png does not begin like a PNG file. Fetch or make it again."
                : "stars.png ends in the middle: it was cut short. Fetch or make it again.", error.Message);
        }
    }

    [Fact]
    public void Decode_AnyByteChanged_IsRefused()
    {
        var file = Png.Encode(small);
        for (var i = 0; i < file.Length; i++)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 0x20;
            Assert.Throws<InvalidDataException>(() => Png.Decode(changed));
        }
    }

    [Fact]
    public void Decode_ChangedSample_NamesTheChunk()
    {
        var file = Png.Encode(small);
        file[Find(file, "IDAT") + 8] ^= 1;
        Assert.Equal("The image has a wrong checksum in its chunk 'IDAT'. Fetch or make it again.", Message(file));
    }

    [Theory]
    [InlineData(8, 16, "has colour type 0 with 16 bits a sample; only")]
    [InlineData(9, 3, "has colour type 3 with 8 bits a sample; only")]
    [InlineData(12, 1, "is interlaced; only")]
    [InlineData(11, 1, "names a compression or filter that PNG does not have.")]
    [InlineData(0, 0x80, "claims to hold 2147483651 x 2 pixels.")]
    [InlineData(0, 0x7F, "claims to hold 2130706435 x 2 pixels, which its")]
    [InlineData(7, 3, "has fewer rows than its header says.")]
    [InlineData(7, 1, "has more rows than its header says.")]
    public void Decode_OtherHeader_SaysWhy(int at, byte value, string said)
    {
        var file = Png.Encode(small);
        var header = Find(file, "IHDR") + 4;
        file[header + at] = value;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(header + 13), Crc32.Of(file.AsSpan(header - 4, 17)));
        Assert.StartsWith($"The image {said}", Message(file));
    }

    [Fact]
    public void Crc32_OfTheUsualCheckText_IsTheKnownValue() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void Read_NoSuchFile_SaysSo() =>
        Assert.Equal("There is no image 'none.png'.", Assert.Throws<FileNotFoundException>(() => Png.Read("none.png")).Message);

    [Fact]
    public void WriteThenRead_File_IsTheImage()
    {
        using var folder = new TemporaryFolder();
        Png.Write(folder["a.png"], small);
        Assert.Equal(small, Png.Read(folder["a.png"]));
        Assert.Equal(["a.png"], folder.Files);
    }

    static int Find(byte[] file, string type) => file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type));

    static string Message(byte[] file) => Assert.Throws<InvalidDataException>(() => Png.Decode(file)).Message;
}
