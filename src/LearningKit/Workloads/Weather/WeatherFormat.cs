using System.Diagnostics.CodeAnalysis;
using System.Text;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// The format of weather files, in one place for every reader: UTF-8, a header, then one row a reading:
/// <code>
/// station,temperature
/// Hamburg,12.3
/// Murmansk,-7.0
/// </code>
/// A station is 1 to 100 characters without commas, quotes and control characters. A temperature is in degrees Celsius
/// from -99.9 to 99.9 with exactly one decimal. Rows end with a line feed, a carriage return or both; the last row may end
/// with the file.
/// </summary>
static class WeatherFormat
{
    public const string Header = "station,temperature";

    public const int LongestStation = 100;

    /// <summary>Reads one row from its fields, or says what is wrong with it.</summary>
    /// <param name="fields">The row, cut at its commas.</param>
    /// <param name="station">The station.</param>
    /// <param name="tenths">The temperature in tenths of a degree.</param>
    /// <param name="fault">What is wrong, when the answer is false.</param>
    public static bool TryParse(string[] fields, [NotNullWhen(true)] out string? station, out int tenths, out RowFault fault)
    {
        (station, tenths, fault) = (null, 0, default);
        if (!IsStation(fields[0]))
            fault = new(1, $"a name of 1 to {LongestStation} characters without quotes and control characters", Shown(fields[0]));
        else if (fields.Length < 2)
            fault = new(2, "a temperature", "the end of the row");
        else if (!IsTemperature(fields[1]))
            fault = new(2, "a number from -99.9 to 99.9 with one decimal, such as 12.3", Shown(fields[1]));
        else if (fields.Length > 2)
            fault = new(3, "the end of the row", Shown(fields[2]));
        else
        {
            var digits = fields[1].TrimStart('-');
            var size = digits.Where(char.IsAsciiDigit).Aggregate(0, (number, digit) => 10 * number + digit - '0');
            tenths = fields[1][0] == '-' ? -size : size;
            station = fields[0];
            return true;
        }
        return false;
    }

    /// <summary>Reads one row from its bytes, without the line end.</summary>
    public static bool TryParse(ReadOnlySpan<byte> row, [NotNullWhen(true)] out string? station, out int tenths, out RowFault fault) =>
        TryParse(Encoding.UTF8.GetString(row).Split(','), out station, out tenths, out fault);

    /// <summary>The rows below the header.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BrokenRowException">The first row is not the header.</exception>
    public static FileRange Rows(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no weather file '{path}'. Make one with `kit data make weather`, or name another.", path);
        using var file = File.OpenHandle(path);
        Span<byte> buffer = stackalloc byte[64];
        var start = buffer[..RandomAccess.Read(file, buffer, 0)];
        var skip = start.StartsWith("\uFEFF"u8) ? 3 : 0;
        var lineEnd = start[skip..].IndexOfAny((byte)'\r', (byte)'\n');
        var header = Encoding.UTF8.GetString(lineEnd < 0 ? start[skip..] : start.Slice(skip, lineEnd));
        if (header != Header) throw new BrokenRowException(path, 1, new(1, $"the header '{Header}'", Shown(header)));
        var length = RandomAccess.GetLength(file);
        if (lineEnd < 0) return new(path, length, length);
        return new(path, skip + lineEnd + (start[(skip + lineEnd)..].StartsWith("\r\n"u8) ? 2 : 1), length);
    }

    static bool IsStation(string name) =>
        name.Length is >= 1 and <= LongestStation && !name.Any(c => c is '"' or '\uFFFD' or '\uFEFF' || char.IsControl(c));

    static bool IsTemperature(string number)
    {
        var digits = number.AsSpan(number.StartsWith('-') ? 1 : 0);
        return digits.Length is 3 or 4 && digits[^2] == '.' && char.IsAsciiDigit(digits[^1]) && !digits[..^2].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>What was found, for a message: quoted, and cut when it is long.</summary>
    static string Shown(string text)
    {
        if (text.Length == 0) return "nothing";
        var clean = string.Concat(text.Take(40).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > 40 ? $"'{clean}…'" : $"'{clean}'";
    }
}
