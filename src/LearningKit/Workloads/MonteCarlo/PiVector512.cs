using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>Eight blocks of samples at once, one in each lane of a 512-bit vector. Same hits as <see cref="PiReadable"/>.</summary>
public static class PiVector512
{
    /// <inheritdoc cref="PiReadable.CountHits"/>
    public static long CountHits(int seed, IndexRange samples)
    {
        var (head, blocks, tail) = SampleBlocks.Split(samples);
        var hits = PiBranchFree.CountHits(seed, head) + PiBranchFree.CountHits(seed, tail);
        for (var block = blocks.Start; block < blocks.End; block += Xoshiro256PlusX8.Streams)
        {
            // Blocks past the end are drawn too, and not counted: that is cheaper than drawing the last few one by one.
            var counted = Vector512.LessThan(Vector512<long>.Indices, Vector512.Create(blocks.End - block));
            hits += Vector512.Sum(CountHitsOfBlocks(seed, block) & counted);
        }
        return hits;
    }

    /// <summary>The hits in each of the eight blocks from <paramref name="first"/> on.</summary>
    static Vector512<long> CountHitsOfBlocks(int seed, long first)
    {
        var random = new Xoshiro256PlusX8(seed, first);
        var hits = Vector512<long>.Zero;
        for (var sample = 0; sample < SampleBlocks.Length; sample++)
        {
            var x = random.NextDoubles();
            var y = random.NextDoubles();
            // A true comparison sets all bits of its lane, which is -1.
            hits -= Vector512.LessThanOrEqual(x * x + y * y, Vector512<double>.One).AsInt64();
        }
        return hits;
    }
}
