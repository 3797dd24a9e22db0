using System.Text;

namespace LearningKit.Shipping;

static class WireText
{
    /// <summary>UTF-8 that refuses what is none instead of replacing it.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
