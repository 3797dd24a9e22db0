namespace LearningKit.Exercises;

/// <summary>The learner writes the standard deviation as a reduction that is right for every division.</summary>
public sealed class RightReduction() : Exercise<Reduction>(
    id: "05-right-reduction",
    title: "A right reduction",
    task: "Write the standard deviation as empty, add, combine and finish, so that every division of the readings gives the same answer.",
    "A worker that only remembers a mean or a deviation has lost what is needed to combine. Which three totals are enough?",
    "Remember (Count, Sum, Squares). add takes tenths into all three; combine adds them up one by one.",
    "finish: the mean of the squares minus the square of the mean, then the square root, then tenths to degrees: Math.Sqrt(Squares / (double)Count - mean * mean) / 10.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Reduction answer)
    {
        var random = new Random(5);
        int[] readings = [.. Enumerable.Range(0, 4_000).Select(_ => random.Next(-250, 400))];
        var right = Deviation(readings);

        var whole = answer.Over([readings]);
        if (double.IsNaN(whole)) return Unsolved("The reduction does not finish with a number yet.");
        if (IsNear(whole, 10 * right))
            return NotYet($"In one share the answer is {whole:0.###} instead of {right:0.###}.", "That is in tenths. The answer is to be in degrees.");
        if (IsNear(whole, right * right))
            return NotYet($"In one share the answer is {whole:0.###} instead of {right:0.###}.", "That is the variance. The deviation is its square root.");
        if (!IsNear(whole, right))
            return NotYet($"In one share the answer is {whole:0.###} instead of {right:0.###}.", "Begin with one worker and three readings, and calculate by hand: mean of the squares minus square of the mean.");

        var withEmpty = answer.Over([[], readings, []]);
        if (withEmpty != whole)
            return NotYet($"With an empty share before and after, the answer becomes {withEmpty:0.###}.", "What a worker begins with must change nothing when it is combined: no reading seen is Count 0, not 1.");

        for (var way = 0; way < 60; way++)
        {
            var shares = Cut(readings, parts: 2 + way % 12, random);
            var forward = answer.Over(shares);
            if (!IsNear(forward, right))
                return NotYet($"In {shares.Count} shares the answer is {forward:0.####} instead of {right:0.####}.",
                    IsNear(forward, MeanOfDeviations(shares))
                        ? "The mean of the deviations of the shares is not the deviation of all: carry totals, not results."
                        : "Combining loses something. Take two shares of two readings each and look at what combine keeps of both.");
            if (forward != whole)
                return NotYet($"In {shares.Count} shares the answer differs from that in one share by {Math.Abs(forward - whole):0.##e0}.", "The totals are rounded on the way. Whole numbers (long) are exact in any order.");
            if (answer.Over(shares.Reverse()) != whole)
                return NotYet("With the shares combined in the reverse order, the answer changes.", "combine must not care who comes first.");
        }
        return Passed($"{readings.Length:N0} readings in 60 divisions, with empty shares and in reverse: always {whole:0.####} °C, to the last bit.");
    }

    /// <summary>Shares of random length; some are empty.</summary>
    static IReadOnlyList<int[]> Cut(int[] readings, int parts, Random random)
    {
        int[] cuts = [0, .. Enumerable.Range(1, parts - 1).Select(_ => random.Next(readings.Length + 1)).Order(), readings.Length];
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => readings[from..to])];
    }

    static double Deviation(IReadOnlyCollection<int> tenths)
    {
        var (sum, squares) = (tenths.Sum(t => (long)t), tenths.Sum(t => (long)t * t));
        var mean = sum / (double)tenths.Count;
        return Math.Sqrt(squares / (double)tenths.Count - mean * mean) / 10;
    }

    static double MeanOfDeviations(IReadOnlyList<int[]> shares) => shares.Where(share => share.Length > 0).Select(Deviation).Average();

    static bool IsNear(double value, double expected) => Math.Abs(value - expected) <= 1e-9 * Math.Abs(expected);
}
