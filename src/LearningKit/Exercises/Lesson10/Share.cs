namespace LearningKit.Exercises;

/// <summary>The learner lets workers see one array instead of sending each a copy of its part.</summary>
public sealed class Share() : Exercise<Func<double[], PooledAnswer<double>>>(
    id: "10-share",
    title: "Share instead of copy",
    task: "Write SumOfSquares(pool, numbers): the workers compute it in at least two items, and the numbers are in shared memory instead of travelling.",
    "Make a SharedArray<double> as long as numbers and copy the numbers into its Span: once, in this process. The array itself travels by its address.",
    "What the workers get is a range: (Start, End). The lambda captures the shared array and reads shared.Span[Start..End] where it runs.",
    "StarMap takes pairs: pool.StarMap((start, end) => { ...; return sum; }, pairs).Sum(). The last range ends at numbers.Length.")
{
    /// <summary>More than any sensible addresses and ranges need, and far less than the numbers.</summary>
    const long MostBytes = 64 << 10;

    /// <inheritdoc/>
    protected override CheckResult Examine(Func<double[], PooledAnswer<double>> answer)
    {
        // Whole numbers, so that every order gives the same sum; a length that no small number divides; unlike ends.
        double[] numbers = [.. Enumerable.Range(0, 300_007).Select(i => (double)(i % 97 + i / 100_000))];
        var expected = numbers.Sum(number => number * number);
        var size = (long)numbers.Length * sizeof(double);

        var run = answer(numbers);
        if (run.Answer != expected)
            return NotYet($"The sum came back as {run.Answer:N0} instead of {expected:N0}.",
                run.Answer == 0 ? "All the workers saw zeros: copy the numbers into the shared array before you call the pool."
                : run.Answer < expected ? $"Numbers were left out. Do your ranges reach all {numbers.Length:N0} of them?"
                : "Some numbers were counted more than once. Where one range ends, the next begins.");
        if (run.Items == 0) return NotYet("The pool had nothing to do.", "Let the workers add up: pool.StarMap over ranges.");
        if (run.Items == 1) return NotYet("There was one item, so one worker did all of it.", "Divide the numbers into at least as many ranges as there are workers.");
        if (run.BytesSent > MostBytes)
            return NotYet($"{run.BytesSent:N0} bytes went to the workers; the numbers have {size:N0}.",
                run.BytesSent > 3 * size / 2
                    ? "Every task carried all the numbers: the lambda captures the ordinary array. Let it use the shared one only."
                    : "The numbers travelled by value. Send ranges, and let the workers read the shared array.");
        if (run.BytesReceived > MostBytes)
            return NotYet($"{run.BytesReceived:N0} bytes came back.", "Let each worker return one number, the sum of its own range.");
        return Passed($"{numbers.Length:N0} numbers summed in {run.Items} items, and only {run.BytesSent:N0} bytes went to the workers instead of {size:N0}.");
    }
}
