using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>
/// Counts by word. Short words and long ones have a table each, since a short word is its own key.
/// </summary>
sealed unsafe class WordTable : IDisposable
{
    readonly ShortWordTable shortWords = new();
    readonly LongWordTable longWords = new();
    readonly WordBatch.Item* items = (WordBatch.Item*)NativeMemory.Alloc(2 * WordBatch.Size, (nuint)sizeof(WordBatch.Item));

    /// <summary>An empty batch to fill and then to add.</summary>
    public WordBatch Batch => new(items, items + WordBatch.Size);

    /// <summary>Counts the words of a batch and empties it. The memory of the words is not needed after this.</summary>
    public void Add(ref WordBatch batch)
    {
        shortWords.Add(batch.Short, batch.ShortCount);
        longWords.Add(batch.Long, batch.LongCount);
        (batch.ShortCount, batch.LongCount) = (0, 0);
    }

    /// <summary>Counts the words of another table.</summary>
    public void Add(PartialWordCounts words)
    {
        // Packed words come in the order of their hashes: in a table that grows meanwhile, they would crowd at its start.
        var shorts = words.Lengths.Count(length => length <= WordBatch.LongestShort);
        shortWords.Reserve(shorts);
        longWords.Reserve(words.Lengths.Length - shorts);
        fixed (byte* utf8 = words.Utf8)
        {
            var batch = Batch;
            var text = utf8;
            for (var i = 0; i < words.Lengths.Length; i++)
            {
                batch.Add(text, words.Lengths[i], words.Counts[i]);
                text += words.Lengths[i];
                if (batch.IsFull) Add(ref batch);
            }
            Add(ref batch);
        }
    }

    /// <summary>The words and counts, packed.</summary>
    public PartialWordCounts Pack()
    {
        var count = shortWords.Count + longWords.Count;
        var bytes = shortWords.TextBytes + longWords.TextBytes + PartialWordCounts.Padding;
        if (bytes > Array.MaxLength)
            throw new InvalidDataException($"The different words of this text hold {bytes:N0} bytes, which is too much for one table. Is this a text?");
        var packed = new PartialWordCounts(new byte[bytes], new int[count], new long[count]);
        fixed (byte* utf8 = packed.Utf8)
        {
            var (text, i) = ((nint)utf8, 0);
            shortWords.Pack(ref text, packed, ref i);
            longWords.Pack(ref text, packed, ref i);
        }
        return packed;
    }

    public void Dispose()
    {
        shortWords.Dispose();
        longWords.Dispose();
        NativeMemory.Free(items);
    }
}
