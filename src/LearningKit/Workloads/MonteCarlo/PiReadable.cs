namespace LearningKit.Workloads;

/// <summary>
/// The plain version: draw a point in the unit square, ask whether it lies in the quarter circle.
/// The answer to that question is random, so the processor guesses the branch wrong in two draws of ten.
/// </summary>
public static class PiReadable
{
    /// <summary>Counts the samples that fall into the quarter circle.</summary>
    /// <param name="seed">Chooses the random numbers.</param>
    /// <param name="samples">Which samples.</param>
    public static long CountHits(int seed, IndexRange samples)
    {
        long hits = 0;
        for (var sample = samples.Start; sample < samples.End;)
        {
            var random = SampleBlocks.GeneratorAt(seed, sample);
            var end = Math.Min(samples.End, SampleBlocks.EndOfBlock(sample));
            for (; sample < end; sample++)
            {
                var (x, y) = (random.NextDouble(), random.NextDouble());
                if (x * x + y * y <= 1) hits++;
            }
        }
        return hits;
    }
}
