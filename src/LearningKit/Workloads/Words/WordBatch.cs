using System.Runtime.CompilerServices;

namespace LearningKit.Workloads;

/// <summary>
/// Words on their way into a <see cref="WordTable"/>, sorted into short and long ones. A batch is looked up together, so
/// that the cache misses of its words overlap.
/// </summary>
/// <param name="shortWords">Room for <see cref="Size"/> short words.</param>
/// <param name="longWords">Room for <see cref="Size"/> long words.</param>
unsafe struct WordBatch(WordBatch.Item* shortWords, WordBatch.Item* longWords)
{
    /// <summary>How many words of each kind there is room for.</summary>
    public const int Size = 256;

    /// <summary>The bytes of the longest short word: such a word is its own key in two registers.</summary>
    public const int LongestShort = 16;

    public readonly Item* Short = shortWords;
    public readonly Item* Long = longWords;
    public int ShortCount;
    public int LongCount;

    /// <summary>True when the words that end in one more step of 64 bytes might not fit.</summary>
    public readonly bool IsFull => Math.Max(ShortCount, LongCount) > Size - 32;

    /// <summary>Adds a word. It is written to both kinds and kept in one, which costs less than a branch that cannot be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* text, long length, long count)
    {
        var word = new Item { Text = text, Length = length, Count = count };
        Short[ShortCount] = word;
        Long[LongCount] = word;
        var isLong = length > LongestShort ? 1 : 0;
        LongCount += isLong;
        ShortCount += 1 - isLong;
    }

    /// <summary>A word and how often to count it.</summary>
    public struct Item
    {
        public byte* Text;
        public long Length, Count;
    }
}
