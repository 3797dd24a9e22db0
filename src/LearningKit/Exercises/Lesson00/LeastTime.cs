namespace LearningKit.Exercises;

/// <summary>The learner forecasts the least time that a memory-bound loop can take.</summary>
public sealed class LeastTime() : Exercise<Func<long, double, double>>(
    id: "00-least-time",
    title: "The least time",
    task: "Write LeastSeconds(n, gigabytesPerSecond): the seconds that a[i] = b[i] + s * c[i] over n doubles must take, however fast the cores compute.",
    "How many arrays are read, and how many are written?",
    "Three arrays of n doubles, 8 bytes each, pass through memory.",
    "Bandwidth counts in powers of ten: 1 GB/s is 1e9 bytes a second. Time is bytes divided by bytes a second.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<long, double, double> answer)
    {
        (long Count, double Bandwidth)[] cases = [(1_000_000, 20), (50_000_000, 12.5), (3_000_000_000, 400), (1, 1)];
        foreach (var (count, bandwidth) in cases)
        {
            var truth = count * 24.0 / (bandwidth * 1e9);
            var given = answer(count, bandwidth);
            if (Math.Abs(given - truth) <= 1e-9 * truth) continue;
            return NotYet($"For {count:N0} doubles at {bandwidth} GB/s, {given:g4} s came back; the least time is {truth:g4} s.", Hint(given / truth));
        }
        return Passed($"Right for {cases.Length} sizes and bandwidths. No number of cores beats this time; only fewer bytes do.");
    }

    static string Hint(double factor) => factor switch
    {
        > 0.9 and < 0.999 => "That is 7 % too little: GB/s are powers of ten (1e9), not of two.",
        _ when Near(factor, 2.0 / 3) => "Two arrays? a is written, and b and c are read: three arrays pass through memory.",
        _ when Near(factor, 1.0 / 3) => "One array? a is written, and b and c are read: three arrays pass through memory.",
        _ when Near(factor, 1.0 / 8) => "A double has 8 bytes: n counts doubles, not bytes.",
        _ when Near(factor, 1e9) => "1 GB/s is 1e9 bytes a second.",
        < 0 or double.NaN or double.PositiveInfinity => "Time is bytes divided by bytes a second.",
        _ => "Time is the bytes of all three arrays divided by the bytes a second.",
    };

    static bool Near(double value, double expected) => Math.Abs(value / expected - 1) < 0.01;
}
