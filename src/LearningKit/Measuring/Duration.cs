namespace LearningKit.Measuring;

/// <summary>Writes times for people.</summary>
public static class Duration
{
    /// <summary>A time with three digits and the unit that fits, for example 12.3 ms.</summary>
    /// <param name="seconds">The time in seconds.</param>
    public static string Text(double seconds) => Math.Abs(seconds) switch
    {
        0 => "0 s",
        < 1e-6 => $"{Digits(seconds * 1e9)} ns",
        < 1e-3 => $"{Digits(seconds * 1e6)} us",
        < 1 => $"{Digits(seconds * 1e3)} ms",
        _ => $"{Digits(seconds)} s",
    };

    static string Digits(double value) => Math.Abs(value) switch
    {
        < 9.995 => value.ToString("0.00"),
        < 99.95 => value.ToString("0.0"),
        _ => value.ToString("0"),
    };
}
