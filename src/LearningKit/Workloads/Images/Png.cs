using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Reads and writes PNG files: 8-bit grey and 8-bit red, green, blue, not interlaced, which is what cameras of star fields
/// and our own writer give. Follows the PNG Specification, Third Edition (W3C).
/// </summary>
/// <example>
/// <code>
/// Png.Write("stars.png", new StarField(512, 512, Seed: 1).Render());
/// RasterImage image = Png.Read("stars.png");
/// </code>
/// </example>
public static class Png
{
    /// <summary>The eight bytes with which each PNG begins (section 5.2).</summary>
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Reads an image.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no PNG, is cut or broken, or is of another kind; the message says which.</exception>
    public static RasterImage Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no image '{path}'.", path);
        return Decode(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads an image from memory.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <inheritdoc cref="Read" path="/exception[@cref='T:System.IO.InvalidDataException']"/>
    public static RasterImage Decode(ReadOnlySpan<byte> file, string name = "The image") => new PngDecoder(name).Decode(file);

    /// <summary>Writes an image. The file appears when it is whole.</summary>
    public static void Write(string path, RasterImage image)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(Encode(image));
        file.Commit();
    }

    /// <summary>Writes an image to memory.</summary>
    public static byte[] Encode(RasterImage image) => PngEncoder.Encode(image);
}
