using System.Buffers.Binary;
using System.IO.Compression;

namespace LearningKit.Charts;

/// <summary>A picture inside a page: PNG (W3C, third edition) as a data URI.</summary>
static class PngDataUri
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>One byte a pixel, row by row; with a palette the byte is a place in it (red, green, blue for each), without it is a shade of grey.</summary>
    public static string Of(int width, int height, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(palette.IsEmpty ? 0 : 3));   // 8 bits; grey or palette
        WriteChunk(png, "IHDR"u8, header);
        if (!palette.IsEmpty) WriteChunk(png, "PLTE"u8, palette);
        WriteChunk(png, "IDAT"u8, Compressed(width, height, pixels));
        WriteChunk(png, "IEND"u8, []);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length);
    }

    static byte[] Compressed(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);   // no filter
                zlib.Write(pixels.Slice(row * width, width));
            }
        }
        return bytes.ToArray();
    }

    static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(type);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG's annex D defines it, continued from <paramref name="crc"/>.</summary>
    static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return crc;
    }
}
