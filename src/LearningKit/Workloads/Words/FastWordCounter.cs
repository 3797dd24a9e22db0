using System.Numerics;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Counts words at the speed of the machine: the file is read in place, separators are found 64 bytes at a time, and words
/// stay UTF-8 bytes in a table of their own. <see cref="ReadableWordCounter"/> gives the same answer.
/// </summary>
static unsafe class FastWordCounter
{
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
        var safe = start + Math.Max(0, mapped.Length - MappedRange.Padding);
        while (safe > start && safe[-1] > WordCount.LastSeparator) safe--;
        Count(start, safe, table);
        using var tail = new PaddedCopy(safe, end - safe);
        Count(tail.Pointer, tail.Pointer + (end - safe), table);
    }

    /// <summary>Counts the words from <paramref name="p"/> to <paramref name="end"/>; 64 bytes past the end are readable.</summary>
    static void Count(byte* p, byte* end, WordTable table)
    {
        var word = p;       // the first byte of the word that is open
        var inside = 0UL;   // 1 while a word is open
        for (; p < end; p += ByteMask.Width)
        {
            var letters = ~ByteMask.AtMost(p, WordCount.LastSeparator);
            if (end - p < ByteMask.Width) letters &= (1UL << (int)(end - p)) - 1;

            // A set bit is a change: from outside a word to inside, or back.
            for (var changes = letters ^ (letters << 1 | inside); changes != 0; changes &= changes - 1)
            {
                var at = p + BitOperations.TrailingZeroCount(changes);
                if (inside == 0) word = at;
                else table.Add(word, at - word, 1);
                inside ^= 1;
            }
        }
        if (inside == 1) table.Add(word, end - word, 1);
        table.Flush();
    }
}
