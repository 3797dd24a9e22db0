namespace LearningKit.Workloads;

/// <summary>
/// <see cref="PiReadable"/> without the branch: 0 or 1 is added, so there is nothing to guess wrong.
/// The compiler does not make this change by itself.
/// </summary>
public static class PiBranchFree
{
    /// <inheritdoc cref="PiReadable.CountHits"/>
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
                hits += x * x + y * y <= 1 ? 1 : 0;
            }
        }
        return hits;
    }
}
