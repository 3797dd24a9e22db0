using System.Buffers.Text;
using System.Globalization;

namespace LearningKit.Tables.Csv;

/// <summary>What values look like in a file, in one place for inferring, reading and writing.</summary>
static class ValueText
{
    const int LongestNumber = 64;

    static readonly string[] timeFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>A whole number of 64 bits: digits, perhaps with a sign and with spaces around.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long value) =>
        Utf8Parser.TryParse(Trim(text), out value, out var used) && used == Trim(text).Length;

    /// <summary>A number, with a point or with a comma, perhaps with an exponent; NaN and Infinity are numbers.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, bool decimalComma, out double value)
    {
        text = Trim(text);
        if (!decimalComma) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value = 0;
        if (text.Length > LongestNumber || text.Contains((byte)'.')) return false;
        Span<byte> withPoint = stackalloc byte[LongestNumber];
        text.Replace(withPoint, (byte)',', (byte)'.');
        return double.TryParse(withPoint[..text.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The words true and false in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        text = Trim(text);
        value = System.Text.Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    /// <summary>A date or time by ISO 8601; one with an offset is converted to UTC.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out DateTime value)
    {
        text = Trim(text);
        value = default;
        if (text.Length is < 10 or > 40 || text[4] != '-') return false;
        Span<char> chars = stackalloc char[text.Length];
        if (System.Text.Ascii.ToUtf16(text, chars, out _) != System.Buffers.OperationStatus.Done) return false;
        if (!DateTime.TryParseExact(chars, timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value)) return false;
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return true;
    }

    /// <summary>True for digits that begin with a zero, such as 00123: the zeros mean something, so it is no number.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        if (text is [(byte)'-' or (byte)'+', .. var unsigned]) text = unsigned;
        return text is [(byte)'0', >= (byte)'0' and <= (byte)'9', ..];
    }

    /// <summary>True for digits alone, of any length.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text)
    {
        text = Trim(text);
        if (text is [(byte)'-' or (byte)'+', .. var unsigned]) text = unsigned;
        return text.Length > 0 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    public static string Of(double number, bool decimalComma)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return decimalComma ? text.Replace('.', ',') : text;
    }

    public static string Of(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        text.Length > 0 && (text[0] is (byte)' ' || text[^1] is (byte)' ') ? text.Trim((byte)' ') : text;
}
