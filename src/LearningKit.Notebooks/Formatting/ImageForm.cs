using System.Text;

namespace LearningKit.Notebooks.Formatting;

/// <summary>The bytes of image files, recognised by their first ones.</summary>
static class ImageForm
{
    /// <summary>The image as front ends show it; null for bytes that are none.</summary>
    public static MimeBundle? Of(byte[] bytes) => TypeOf(bytes) switch
    {
        null => null,
        MimeBundle.Svg => new() { [MimeBundle.Svg] = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'), [MimeBundle.Plain] = Describe(MimeBundle.Svg, bytes) },
        var type => new() { [type] = Convert.ToBase64String(bytes), [MimeBundle.Plain] = Describe(type, bytes) },
    };

    static string Describe(string type, byte[] bytes) => $"{type}, {bytes.Length:N0} bytes";

    static string? TypeOf(byte[] bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => MimeBundle.Png,
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => IsSvg(bytes) ? MimeBundle.Svg : null,
    };

    // Behind an XML declaration, comments and a document type, of which none is long.
    static bool IsSvg(byte[] bytes)
    {
        const int searched = 1000;
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(searched, bytes.Length))).TrimStart('\ufeff').TrimStart();
        return text.StartsWith('<') && text.Contains("<svg", StringComparison.Ordinal);
    }
}
