using System.Globalization;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>Numbers for people: three significant digits, a point for decimals in every culture.</summary>
static class NumberText
{
    /// <summary>"0.00123", "1.9", "12.5", "1234", "1.2e+07"; "n/a" for what is no number.</summary>
    public static string Of(double value)
    {
        var size = Math.Abs(value);
        return value switch
        {
            _ when double.IsNaN(value) => "n/a",
            _ when double.IsInfinity(value) => value > 0 ? "infinite" : "-infinite",
            0 => "0",
            _ when size >= 1e7 || size < 1e-4 => value.ToString("0.##e+00", CultureInfo.InvariantCulture),
            _ when size >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
            _ => value.ToString("0." + new string('#', 2 - (int)Math.Floor(Math.Log10(size))), CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A whole number.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share of one as a percentage: "93 %".</summary>
    public static string Percent(double share) => $"{Of(Math.Round(100 * share, 1))} %";

    /// <summary>An interval: "1.85 to 1.93".</summary>
    public static string Range(Interval interval) => $"{Of(interval.Low)} to {Of(interval.High)}";

    /// <summary>"1 part", "3 parts".</summary>
    public static string Count(long count, string noun) => $"{Of(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
