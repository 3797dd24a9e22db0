using System.Numerics;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Counts words at the speed of the machine: the file is read in place, separators are found 64 bytes at a time, and words
/// stay UTF-8 bytes in tables of their own. <see cref="ReadableWordCounter"/> gives the same answer.
/// </summary>
static unsafe class FastWordCounter
{
    /// <summary>How much is read between two calls of the kernel: short enough that the JIT soon swaps in its best code.</summary>
    const int ChunkSize = 1 << 18;

    /// <summary>Counts the words of one part.</summary>
    public static PartialWordCounts Count(TextPart part)
    {
        using var table = new WordTable();
        foreach (var range in part.Ranges) Count(range, table);
        return table.Pack();
    }

    /// <summary>Adds up the counts of several parts.</summary>
    public static WordCounts Merge(IEnumerable<PartialWordCounts> partials)
    {
        PartialWordCounts[] all = [.. partials];
        if (all.Length == 1) return new(all[0]);
        using var table = new WordTable();
        foreach (var partial in all) table.Add(partial);
        return new(table.Pack());
    }

    static void Count(FileRange range, WordTable table)
    {
        using var mapped = new MappedRange(range);
        var start = mapped.Pointer;
        var end = start + mapped.Length;

        // The words near the end are read from a padded copy, since whole vectors are loaded whatever a word's length.
        var safe = WordStart(start, start + Math.Max(0, mapped.Length - MappedRange.Padding));
        while (start < safe)
        {
            var next = WordStart(start, safe - start > ChunkSize ? start + ChunkSize : safe);
            if (next == start) next = safe;   // a word longer than a chunk: no chunks then
            Count(start, next, table);
            start = next;
        }
        using var tail = new PaddedCopy(safe, end - safe);
        Count(tail.Pointer, tail.Pointer + (end - safe), table);
    }

    /// <summary>The start of the word that holds <paramref name="p"/>, or <paramref name="p"/> between words.</summary>
    static byte* WordStart(byte* start, byte* p)
    {
        while (p > start && p[-1] > WordCount.LastSeparator) p--;
        return p;
    }

    /// <summary>Counts the words from <paramref name="p"/> to <paramref name="end"/>; 64 bytes past the end are readable.</summary>
    static void Count(byte* p, byte* end, WordTable table)
    {
        var batch = table.Batch;
        var word = p;       // the first byte of the word that is open
        var inside = 0UL;   // 1 while a word is open
        for (; p < end; p += ByteMask.Width)
        {
            var letters = ~ByteMask.AtMost(p, WordCount.LastSeparator);
            if (end - p < ByteMask.Width) letters &= (1UL << (int)(end - p)) - 1;
            var before = letters << 1 | inside;
            var starts = letters & ~before;
            var ends = before & ~letters;
            if (inside == 0) word = TakeFirst(p, ref starts);
            while (ends != 0)
            {
                batch.Add(word, TakeFirst(p, ref ends) - word, 1);
                word = TakeFirst(p, ref starts);
            }
            inside = letters >> 63;
            if (batch.IsFull) table.Add(ref batch);
        }
        if (inside == 1) batch.Add(word, end - word, 1);
        table.Add(ref batch);
    }

    /// <summary>The place of the lowest bit of <paramref name="mask"/>, which is cleared.</summary>
    static byte* TakeFirst(byte* p, ref ulong mask)
    {
        p += BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        return p;
    }
}
