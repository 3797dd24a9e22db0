using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LearningKit.Workloads;

/// <summary>Reads the chunks of a PNG, checks each, and refuses what is cut, broken or of another kind.</summary>
/// <param name="name">What messages call the file.</param>
sealed class PngDecoder(string name)
{
    /// <summary>Deflate cannot shrink data more than this (RFC 1951): a bound on what a short file may claim to hold.</summary>
    const int MostCompression = 1032;

    public RasterImage Decode(ReadOnlySpan<byte> file)
    {
        if (file.Length < Png.Signature.Length || !file.StartsWith(Png.Signature)) throw Broken("does not begin like a PNG file");
        var rest = file[Png.Signature.Length..];
        var (width, height, channels) = ReadHeader(ReadChunk(ref rest, out var first), first);
        using var compressed = new MemoryStream();
        while (true)
        {
            var data = ReadChunk(ref rest, out var type);
            if (type == "IEND") break;
            if (type == "IDAT") compressed.Write(data);
            else if (char.IsAsciiLetterUpper(type[0])) throw Unsupported($"needs the chunk '{type}'");
        }
        return new(width, height, channels, ReadRows(compressed, width, height, channels));
    }

    ReadOnlySpan<byte> ReadChunk(ref ReadOnlySpan<byte> rest, out string type)
    {
        if (rest.Length < 12) throw Cut();
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12) throw Cut();
        var checkedBytes = rest.Slice(4, 4 + (int)length);
        type = Encoding.Latin1.GetString(checkedBytes[..4]);
        if (Crc32.Of(checkedBytes) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            throw Broken($"has a wrong checksum in its chunk '{type}'");
        rest = rest[(12 + (int)length)..];
        return checkedBytes[4..];
    }

    (int Width, int Height, int Channels) ReadHeader(ReadOnlySpan<byte> header, string type)
    {
        if (type != "IHDR" || header.Length != 13) throw Broken("does not begin with the chunk 'IHDR'");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        if (width < 1 || height < 1) throw Broken($"claims to hold {(uint)width} x {(uint)height} pixels");
        var (depth, colour) = (header[8], header[9]);
        if (depth != 8 || colour is not (0 or 2)) throw Unsupported($"has colour type {colour} with {depth} bits a sample");
        if (header[12] != 0) throw Unsupported("is interlaced");
        if (header[10] != 0 || header[11] != 0) throw Broken("names a compression or filter that PNG does not have");
        return (width, height, colour == 0 ? 1 : 3);
    }

    byte[] ReadRows(MemoryStream compressed, int width, int height, int channels)
    {
        var rowBytes = (long)width * channels;
        var size = (rowBytes + 1) * height;
        if (size > Math.Min(Array.MaxLength, compressed.Length * MostCompression))
            throw Broken($"claims to hold {width} x {height} pixels, which its {compressed.Length} bytes of data cannot");
        ReadOnlySpan<byte> filtered = Decompress(compressed, new byte[size]);
        var samples = new byte[rowBytes * height];
        ReadOnlySpan<byte> above = new byte[rowBytes];
        for (var y = 0; y < height; y++)
        {
            var filter = filtered[0];
            if (filter >= PngFilter.Count) throw Broken($"has the unknown filter {filter} in row {y}");
            var row = samples.AsSpan((int)(y * rowBytes), (int)rowBytes);
            filtered[1..(int)(rowBytes + 1)].CopyTo(row);
            filtered = filtered[(int)(rowBytes + 1)..];
            PngFilter.Undo(filter, row, above, channels);
            above = row;
        }
        return samples;
    }

    byte[] Decompress(MemoryStream compressed, byte[] rows)
    {
        compressed.Position = 0;
        try
        {
            using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
            zlib.ReadExactly(rows);
            if (zlib.ReadByte() < 0) return rows;
        }
        catch (EndOfStreamException)
        {
            throw Broken("has fewer rows than its header says");
        }
        catch (InvalidDataException)
        {
            throw Broken("has rows that cannot be decompressed");
        }
        throw Broken("has more rows than its header says");
    }

    InvalidDataException Cut() => Broken("ends in the middle: it was cut short");

    InvalidDataException Broken(string how) => new($"{name} {how}. Fetch or make it again.");

    InvalidDataException Unsupported(string how) =>
        new($"{name} {how}; only 8-bit grey and 8-bit red, green, blue PNG without interlacing can be read. Convert it first.");
}
