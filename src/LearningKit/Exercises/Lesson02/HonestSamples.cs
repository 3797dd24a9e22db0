namespace LearningKit.Exercises;

/// <summary>The learner writes the loop at the heart of every measurement; the check runs it against a clock of its own.</summary>
public sealed class HonestSamples() : Exercise<Func<Action, Func<double>, int, int, IReadOnlyList<double>>>(
    id: "02-honest-samples",
    title: "Take honest samples",
    task: "Write Sample(work, clock, warmUps, repeats): run the work warmUps times unmeasured, then measure it repeats times, one sample a run.",
    "Two loops: one that only calls work(), one that also reads the clock.",
    "A sample is the clock after the run minus the clock before that run, not before the first one.",
    "Keep every sample, in the order in which it was taken: the median will deal with the slow ones.")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(Func<Action, Func<double>, int, int, IReadOnlyList<double>> answer)
    {
        // Time passes only when the work runs, and each run takes a time of its own, so each sample can be recognised.
        foreach (var (warmUps, repeats) in new[] { (3, 5), (0, 4), (7, 1), (2, 12) })
        {
            double now = 1000;
            var calls = 0;
            var samples = answer(() => now += Cost(calls++), () => now, warmUps, repeats);
            var expected = Enumerable.Range(warmUps, repeats).Select(Cost).ToArray();
            var tried = $"With {warmUps} warm-ups and {repeats} repeats";

            if (samples is null) return NotYet($"{tried}, null came back.", "Return the list of samples.");
            if (calls < warmUps + repeats)
                return NotYet($"{tried}, the work ran {calls} times instead of {warmUps + repeats}.", "Every warm-up is a run, and every sample is a run of its own.");
            if (calls > warmUps + repeats)
                return NotYet($"{tried}, the work ran {calls} times instead of {warmUps + repeats}.", "Each run costs the learner time: run the work once for each warm-up and once for each sample.");
            if (samples.Count == warmUps + repeats && warmUps > 0)
                return NotYet($"{tried}, {samples.Count} samples came back.", "The warm-up runs are among the samples. The first run lies: leave it out.");
            if (samples.Count != repeats)
                return NotYet($"{tried}, {samples.Count} samples came back.", "Keep all samples. Throwing the slow ones away hides what users will meet.");
            if (samples.Distinct().Count() == 1 && repeats > 1)
                return NotYet($"{tried}, all samples are {samples[0]:0.###}.", "An average over all repeats hides the jitter: read the clock before and after each run.");
            if (!samples.SequenceEqual(expected))
            {
                var cold = samples.Contains(Cost(0)) && warmUps > 0;
                var sum = samples[^1] > 1.5 * expected[^1];
                return NotYet($"{tried}, the samples are {Show(samples)} instead of {Show(expected)}.",
                    cold ? "The first, cold run is among the samples."
                    : sum ? "The samples grow: is the clock before each run read again, or only once at the start?"
                    : "Give the samples in the order in which they were taken, unchanged.");
            }
        }
        return Passed("4 scripted runs: each warm-up unmeasured, each repeat one sample, none thrown away, none averaged.");

        // The first call is slow, later ones differ a little.
        static double Cost(int call) => call == 0 ? 64 : 1 + call * 0.125;
    }

    static string Show(IEnumerable<double> samples) => $"[{string.Join(", ", samples.Select(sample => $"{sample:0.###}"))}]";
}
