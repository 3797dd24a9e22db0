using System.Diagnostics;
using LearningKit.Charts.Formatting;

namespace LearningKit.Charts;

/// <summary>
/// A bar below the cell that fills in place while work is done. Outside of notebooks nothing is shown but one line at the end.
/// </summary>
/// <example>
/// <code>
/// foreach (var file in files.WithProgress("Reading")) Read(file);
///
/// using (var bar = new ProgressBar("Downloading"))
///     await DownloadAsync(address, progress: bar);
/// </code>
/// </example>
/// <remarks>
/// Thread-safe, and cheap to report to: it is drawn ten times a second at most, and always when the work is done. Disposed
/// before that, it says where it stopped.
/// </remarks>
public sealed class ProgressBar : IProgress<double>, IDisposable
{
    static readonly TimeSpan betweenUpdates = TimeSpan.FromMilliseconds(100);

    readonly Lock gate = new();
    readonly string label;
    readonly long start = Stopwatch.GetTimestamp();
    readonly Action<object>? update;
    long shown;
    double? fraction;
    string count = "";
    bool hasEnded;

    /// <summary>Shows a bar at its beginning.</summary>
    /// <param name="label">What is being done.</param>
    public ProgressBar(string label) : this(label, 0)
    {
    }

    internal ProgressBar(string label, double? fraction)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        (this.label, this.fraction, shown) = (label, fraction, start);
        update = FrontEnd.Display(View());
    }

    /// <summary>Moves the bar.</summary>
    /// <param name="value">How much is done, from 0 to 1.</param>
    public void Report(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
        Report(value, "");
    }

    /// <summary>Moves the bar.</summary>
    /// <param name="value">How much is done; null if nobody knows how much there is.</param>
    /// <param name="done">What is counted.</param>
    internal void Report(double? value, string done)
    {
        lock (gate)
        {
            if (hasEnded) return;
            (fraction, count) = (value, done);
            if (value >= 1) End();
            else if (Stopwatch.GetElapsedTime(shown) >= betweenUpdates) Show();
        }
    }

    /// <summary>Ends the bar where it stands.</summary>
    public void Dispose()
    {
        lock (gate)
            if (!hasEnded) End();
    }

    void End()
    {
        hasEnded = true;
        Show();
    }

    void Show()
    {
        shown = Stopwatch.GetTimestamp();
        if (update is not null) update(View());
        else if (hasEnded) Console.WriteLine(View());
    }

    ProgressView View() => new(label, fraction, count, Stopwatch.GetElapsedTime(start), hasEnded);
}
