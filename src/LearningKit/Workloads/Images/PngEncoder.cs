using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LearningKit.Workloads;

/// <summary>Writes the chunks of a PNG: header, one run of compressed rows, end.</summary>
static class PngEncoder
{
    public static byte[] Encode(RasterImage image)
    {
        using var file = new MemoryStream();
        file.Write(Png.Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;                                     // bits a sample
        header[9] = (byte)(image.Channels == 1 ? 0 : 2);   // colour type; the rest stays 0: deflate, adaptive filters, not interlaced
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(image));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    static byte[] Compress(RasterImage image)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var filtered = new byte[1 + image.Width * image.Channels];
            var best = new byte[filtered.Length];
            ReadOnlySpan<byte> above = new byte[image.Width * image.Channels];
            for (var y = 0; y < image.Height; y++)
            {
                ReadOnlySpan<byte> row = image.Row(y);
                Filter(row, above, image.Channels, filtered, ref best);
                zlib.Write(best);
                above = row;
            }
        }
        return compressed.ToArray();
    }

    /// <summary>Filters a row with each filter and keeps the one whose output, taken as signed, is smallest (section 12.8).</summary>
    static void Filter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, byte[] filtered, ref byte[] best)
    {
        var smallest = long.MaxValue;
        for (byte filter = 0; filter < PngFilter.Count; filter++)
        {
            filtered[0] = filter;
            PngFilter.Apply(filter, row, above, channels, filtered.AsSpan(1));
            var size = 0L;
            foreach (var value in filtered.AsSpan(1)) size += Math.Abs((int)(sbyte)value);
            if (size >= smallest) continue;
            smallest = size;
            filtered.CopyTo(best, 0);
        }
    }

    static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        file.Write(chunk);
    }
}
