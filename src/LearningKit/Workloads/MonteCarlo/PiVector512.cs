using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Sixteen blocks of samples at once, in the lanes of two 512-bit vectors: while one generator waits for its last step, the
/// other works. Same hits as <see cref="PiReadable"/>.
/// </summary>
public static class PiVector512
{
    /// <inheritdoc cref="PiReadable.CountHits"/>
    public static long CountHits(int seed, IndexRange samples)
    {
        var (head, blocks, tail) = SampleBlocks.Split(samples);
        var hits = PiBranchFree.CountHits(seed, head) + PiBranchFree.CountHits(seed, tail);
        for (var block = blocks.Start; block < blocks.End; block += 2 * Xoshiro256PlusX8.Streams)
        {
            var (first, second) = CountHitsOfBlocks(seed, block);
            hits += Vector512.Sum(first & Below(blocks.End - block));
            hits += Vector512.Sum(second & Below(blocks.End - block - Xoshiro256PlusX8.Streams));
        }
        return hits;
    }

    /// <summary>Lets the first lanes pass. Blocks past the end are drawn too, and not counted: cheaper than the last few one by one.</summary>
    static Vector512<long> Below(long lanes) => Vector512.LessThan(Vector512<long>.Indices, Vector512.Create(lanes));

    /// <summary>The hits in each of the sixteen blocks from <paramref name="block"/> on.</summary>
    static (Vector512<long> First, Vector512<long> Second) CountHitsOfBlocks(int seed, long block)
    {
        var first = new Xoshiro256PlusX8(seed, block);
        var second = new Xoshiro256PlusX8(seed, block + Xoshiro256PlusX8.Streams);
        var (firstHits, secondHits) = (Vector512<long>.Zero, Vector512<long>.Zero);
        for (var sample = 0; sample < SampleBlocks.Length; sample++)
        {
            var (x1, x2) = (first.NextDoubles(), second.NextDoubles());
            var (y1, y2) = (first.NextDoubles(), second.NextDoubles());
            // A comparison that is true sets all bits of its lane, which is -1.
            firstHits -= Vector512.LessThanOrEqual(x1 * x1 + y1 * y1, Vector512<double>.One).AsInt64();
            secondHits -= Vector512.LessThanOrEqual(x2 * x2 + y2 * y2, Vector512<double>.One).AsInt64();
        }
        return (firstHits, secondHits);
    }
}
