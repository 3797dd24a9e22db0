using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Eight blocks of samples at once, in the lanes of two 256-bit vectors: while one generator waits for its last step, the
/// other works. Same hits as <see cref="PiReadable"/>.
/// </summary>
public static class PiVector256
{
    /// <inheritdoc cref="PiReadable.CountHits"/>
    public static long CountHits(int seed, IndexRange samples)
    {
        var (head, blocks, tail) = SampleBlocks.Split(samples);
        var hits = PiBranchFree.CountHits(seed, head) + PiBranchFree.CountHits(seed, tail);
        for (var block = blocks.Start; block < blocks.End; block += 2 * Xoshiro256PlusX4.Streams)
        {
            var (first, second) = CountHitsOfBlocks(seed, block);
            hits += Vector256.Sum(first & Below(blocks.End - block));
            hits += Vector256.Sum(second & Below(blocks.End - block - Xoshiro256PlusX4.Streams));
        }
        return hits;
    }

    /// <summary>Lets the first lanes pass. Blocks past the end are drawn too, and not counted: cheaper than the last few one by one.</summary>
    static Vector256<long> Below(long lanes) => Vector256.LessThan(Vector256<long>.Indices, Vector256.Create(lanes));

    /// <summary>The hits in each of the eight blocks from <paramref name="block"/> on.</summary>
    static (Vector256<long> First, Vector256<long> Second) CountHitsOfBlocks(int seed, long block)
    {
        var first = new Xoshiro256PlusX4(seed, block);
        var second = new Xoshiro256PlusX4(seed, block + Xoshiro256PlusX4.Streams);
        var (firstHits, secondHits) = (Vector256<long>.Zero, Vector256<long>.Zero);
        for (var sample = 0; sample < SampleBlocks.Length; sample++)
        {
            var (x1, x2) = (first.NextDoubles(), second.NextDoubles());
            var (y1, y2) = (first.NextDoubles(), second.NextDoubles());
            // A comparison that is true sets all bits of its lane, which is -1.
            firstHits -= Vector256.LessThanOrEqual(x1 * x1 + y1 * y1, Vector256<double>.One).AsInt64();
            secondHits -= Vector256.LessThanOrEqual(x2 * x2 + y2 * y2, Vector256<double>.One).AsInt64();
        }
        return (firstHits, secondHits);
    }
}
