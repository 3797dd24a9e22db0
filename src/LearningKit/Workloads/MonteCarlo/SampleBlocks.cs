namespace LearningKit.Workloads;

/// <summary>
/// The samples of a Monte-Carlo run are numbered, and come in blocks: block b holds <see cref="Length"/> samples and draws
/// from stream b of the seed. So sample 1,000,000 is the same point whoever draws it, and the answer is the same,
/// bit for bit, however the samples are divided.
/// </summary>
static class SampleBlocks
{
    /// <summary>Samples in a block: filling a generator costs under a hundredth of drawing so many.</summary>
    public const int Length = 4096;

    /// <summary>The generator that gives sample number <paramref name="sample"/> next: two numbers a sample.</summary>
    public static Xoshiro256Plus GeneratorAt(int seed, long sample)
    {
        var random = Xoshiro256Plus.Stream(seed, sample / Length);
        for (var skip = sample % Length * 2; skip > 0; skip--) random.Next();
        return random;
    }

    /// <summary>One past the last sample of the block that holds <paramref name="sample"/>.</summary>
    public static long EndOfBlock(long sample) => (sample / Length + 1) * Length;

    /// <summary>Cuts a range of samples into the rest of a block, whole blocks (numbers of blocks), and the start of a block.</summary>
    public static (IndexRange Head, IndexRange Blocks, IndexRange Tail) Split(IndexRange samples)
    {
        var first = (samples.Start + Length - 1) / Length;
        var end = samples.End / Length;
        return first < end
            ? (new(samples.Start, first * Length), new(first, end), new(end * Length, samples.End))
            : (samples, default, default);
    }
}
