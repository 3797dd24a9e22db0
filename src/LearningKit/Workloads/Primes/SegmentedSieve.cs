using System.Numerics;
using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>
/// Counts the primes of a range, segment by segment: a segment is as large as the first-level cache, holds one bit for each
/// odd number, and is struck out by all primes up to the square root of its end before the next begins.
/// </summary>
/// <remarks>
/// A range needs the primes up to the square root of its end, and nothing of other ranges: so ranges can be counted at the
/// same time. Source of the segmenting: C. Bays, R. H. Hudson, "The segmented sieve of Eratosthenes and primes in
/// arithmetic progressions to 10^12", BIT 17 (1977).
/// </remarks>
public static class SegmentedSieve
{
    const int SegmentBytes = 32 * 1024;
    const int SegmentBits = 8 * SegmentBytes;

    /// <summary>How many primes are in a range of numbers.</summary>
    public static long Count(IndexRange range)
    {
        if (range.End <= 2) return 0;
        long two = range.Start <= 2 ? 1 : 0;
        var root = (int)Math.Sqrt(range.End) + 1;
        var primes = SieveOfEratosthenes.Primes(root).Skip(1).ToArray();

        // Bit i of the range stands for the odd number first + 2i.
        var first = Math.Max(range.Start, 3) | 1;
        var bits = (range.End - first + 1) / 2;
        var next = Array.ConvertAll(primes, prime => FirstMultiple(prime, first));
        var segment = new ulong[SegmentBits / 64];
        var count = two;
        for (long done = 0; done < bits; done += SegmentBits)
        {
            var length = (int)Math.Min(SegmentBits, bits - done);
            Array.Clear(segment);
            Strike(MemoryMarshal.AsBytes(segment.AsSpan()), length, primes, next);
            count += length - Struck(segment, length);
        }
        return count;
    }

    /// <summary>The bit of the first odd multiple of a prime that no smaller prime strikes out.</summary>
    static long FirstMultiple(int prime, long first)
    {
        var square = (long)prime * prime;
        if (square >= first) return (square - first) / 2;
        var multiple = (first + prime - 1) / prime * prime;
        if (multiple % 2 == 0) multiple += prime;
        return (multiple - first) / 2;
    }

    static void Strike(Span<byte> segment, int length, int[] primes, long[] next)
    {
        for (var i = 0; i < primes.Length; i++)
        {
            var bit = next[i];
            for (; bit < length; bit += primes[i]) segment[(int)(bit >> 3)] |= (byte)(1 << (int)(bit & 7));
            next[i] = bit - SegmentBits;
        }
    }

    static long Struck(ulong[] segment, int length)
    {
        long count = 0;
        for (var word = 0; word < length / 64; word++) count += BitOperations.PopCount(segment[word]);
        var rest = length % 64;
        return rest == 0 ? count : count + BitOperations.PopCount(segment[length / 64] & ((1UL << rest) - 1));
    }
}
