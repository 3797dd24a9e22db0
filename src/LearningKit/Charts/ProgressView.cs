using System.Globalization;
using LearningKit.Charts.Formatting;

namespace LearningKit.Charts;

/// <summary>A <see cref="ProgressBar"/> as it stands at one moment.</summary>
/// <param name="Label">What is being done.</param>
/// <param name="Fraction">How much of it is done, from 0 to 1; null if nobody knows how much there is.</param>
/// <param name="Count">What is counted, for example "3 of 10"; empty if nothing is.</param>
/// <param name="Elapsed">The time since the beginning.</param>
/// <param name="HasEnded">True if nothing more will be done.</param>
[TypeFormatterSource(typeof(ProgressFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
sealed record ProgressView(string Label, double? Fraction, string Count, TimeSpan Elapsed, bool HasEnded)
{
    /// <summary>The bar without scripts; a screen reader reads the label and the value.</summary>
    public string ToHtml()
    {
        // A bar without a value runs to and fro: right for as long as nobody knows, wrong when the work has ended.
        var value = Fraction ?? (HasEnded ? 1 : null);
        var attribute = value is { } number ? $" value=\"{number.ToString("0.####", CultureInfo.InvariantCulture)}\"" : "";
        return $"<div><progress max=\"1\"{attribute} aria-label=\"{Html.Escape(Label)}\"></progress> {Html.Escape(ToString())}</div>";
    }

    /// <summary>The bar in one line.</summary>
    public override string ToString()
    {
        var percent = Fraction is { } fraction ? (Math.Floor(fraction * 100) / 100).ToString("0 %", CultureInfo.InvariantCulture) : "";
        var done = string.Join(", ", new[] { percent, Count }.Where(text => text.Length > 0));
        var stopped = HasEnded && Fraction < 1 ? "stopped at " : "";
        return $"{Label}: {stopped}{done}{(done.Length > 0 ? ", " : "")}{Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
    }
}
