using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// <see cref="PiReadable"/> without the branch, so that there is nothing to guess wrong: the comparison itself is counted.
/// The compiler does not make this change.
/// </summary>
public static class PiBranchFree
{
    /// <inheritdoc cref="PiReadable.CountHits"/>
    public static long CountHits(int seed, IndexRange samples)
    {
        var hits = Vector128<long>.Zero;   // the first lane counts
        for (var sample = samples.Start; sample < samples.End;)
        {
            var random = SampleBlocks.GeneratorAt(seed, sample);
            var end = Math.Min(samples.End, SampleBlocks.EndOfBlock(sample));
            for (; sample < end; sample++)
            {
                var (x, y) = (random.NextDouble(), random.NextDouble());
                // A comparison that is true sets all bits of its lane, which is -1.
                hits -= Vector128.LessThanOrEqual(Vector128.CreateScalar(x * x + y * y), Vector128<double>.One).AsInt64();
            }
        }
        return hits.ToScalar();
    }
}
