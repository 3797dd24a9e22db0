using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Counts by word: a hash table with open addressing over UTF-8 bytes. Up to 16 bytes a word is its own key, compared in
/// two registers; a longer one is known by its hash and length and then compared byte by byte.
/// </summary>
/// <remarks>
/// Words are added in batches: a batch's slots are asked for together, so that the misses of a table larger than the
/// cache overlap. Memory of words added must stay readable, with 16 bytes beyond each word's start, until <see cref="Flush"/>.
/// </remarks>
sealed unsafe class WordTable : IDisposable
{
    const int FirstBits = 13;
    const int BatchSize = 64;
    const int InlineKey = 16;

    Slot* slots;
    int bits = FirstBits;
    int used;
    byte* text;               // the words, in the order of their first occurrence
    long textSize = 1 << 16;
    long textUsed;

    readonly Pending* batch;
    int pending;

    public WordTable()
    {
        slots = Allocate(FirstBits);
        text = (byte*)NativeMemory.Alloc((nuint)textSize);
        batch = (Pending*)NativeMemory.Alloc(BatchSize, (nuint)sizeof(Pending));
    }

    /// <summary>Adds <paramref name="count"/> occurrences of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* word, long length, long count)
    {
        var item = batch + pending;
        if (length <= InlineKey)
        {
            (item->Low, item->High) = FirstBytes.Of(word, length);
        }
        else
        {
            // No short word looks like this: a short key's zero bytes are its last ones.
            (item->Low, item->High) = (HashLong(word, length), (ulong)length << 8);
        }
        item->Word = word;
        (item->Length, item->Count) = ((int)length, count);
        item->Hash = FirstBytes.Mix(item->Low, item->High);
        if (Sse.IsSupported) Sse.Prefetch0(slots + (item->Hash >> (64 - bits)));
        if (++pending == BatchSize) Flush();
    }

    /// <summary>Adds the words of another table.</summary>
    public void Add(PartialWordCounts words)
    {
        fixed (byte* utf8 = words.Utf8)
        {
            using var padded = new PaddedCopy(utf8, words.Utf8.Length);
            var word = padded.Pointer;
            for (var i = 0; i < words.Lengths.Length; i++)
            {
                Add(word, words.Lengths[i], words.Counts[i]);
                word += words.Lengths[i];
            }
            Flush();
        }
    }

    /// <summary>Finishes what was added: after this the words' own memory is no longer needed.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Flush()
    {
        var (count, mask) = (pending, (1 << bits) - 1);
        pending = 0;
        for (var item = batch; item < batch + count; item++)
        {
            var i = (int)(item->Hash >> (64 - bits));
            while (true)
            {
                var slot = slots + i;
                if (slot->Low == item->Low && slot->High == item->High && (item->Length <= InlineKey || SameText(slot, item)))
                {
                    slot->Count += item->Count;
                    break;
                }
                if (slot->Count == 0)
                {
                    Insert(slot, item);
                    mask = (1 << bits) - 1;
                    break;
                }
                i = (i + 1) & mask;
            }
        }
    }

    /// <summary>The words and counts, packed.</summary>
    public PartialWordCounts Pack()
    {
        var packed = new PartialWordCounts(new ReadOnlySpan<byte>(text, (int)textUsed).ToArray(), new int[used], new long[used]);
        for (var i = 0; i < 1 << bits; i++)
        {
            var slot = slots + i;
            if (slot->Count > 0) (packed.Lengths[slot->Index], packed.Counts[slot->Index]) = (Length(slot), slot->Count);
        }
        return packed;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(slots);
        NativeMemory.Free(text);
        NativeMemory.Free(batch);
    }

    void Insert(Slot* slot, Pending* item)
    {
        if (textUsed + item->Length > textSize) GrowText(item->Length);
        *slot = new() { Low = item->Low, High = item->High, Count = item->Count, Index = used++, Start = (int)textUsed };
        Buffer.MemoryCopy(item->Word, text + textUsed, item->Length, item->Length);
        textUsed += item->Length;
        if (used > 1 << (bits - 1)) GrowSlots();
    }

    void GrowText(int more)
    {
        if (textUsed + more > Array.MaxLength)
            throw new InvalidDataException($"The different words of this text hold more than {Array.MaxLength:N0} bytes. Divide it into more parts, or count another text.");
        textSize = Math.Min(Math.Max(textSize * 2, textUsed + more), Array.MaxLength);
        text = (byte*)NativeMemory.Realloc(text, (nuint)textSize);
    }

    void GrowSlots()
    {
        var old = slots;
        var oldEnd = old + (1 << bits);
        slots = Allocate(++bits);
        var mask = (1 << bits) - 1;
        for (var slot = old; slot < oldEnd; slot++)
        {
            if (slot->Count == 0) continue;
            var i = (int)(FirstBytes.Mix(slot->Low, slot->High) >> (64 - bits));
            while (slots[i].Count != 0) i = (i + 1) & mask;
            slots[i] = *slot;
        }
        NativeMemory.AlignedFree(old);
    }

    bool SameText(Slot* slot, Pending* item) =>
        new ReadOnlySpan<byte>(text + slot->Start, item->Length).SequenceEqual(new(item->Word, item->Length));

    static Slot* Allocate(int bits)
    {
        var size = (nuint)sizeof(Slot) << bits;
        var slots = (Slot*)NativeMemory.AlignedAlloc(size, 64);
        NativeMemory.Clear(slots, size);
        return slots;
    }

    /// <summary>The word's length: a short word's key ends with its last byte that is not zero.</summary>
    static int Length(Slot* slot)
    {
        if (slot->High == 0) return 8 - BitOperations.LeadingZeroCount(slot->Low) / 8;
        return (byte)slot->High == 0 ? (int)(slot->High >> 8) : 16 - BitOperations.LeadingZeroCount(slot->High) / 8;
    }

    static ulong HashLong(byte* word, long length)
    {
        if (length > Array.MaxLength) throw new InvalidDataException($"A run of {length:N0} bytes without a space or line end is no word. Is this a text?");
        var hash = (ulong)length;
        for (var i = 0L; i + 16 < length; i += 16) hash = FirstBytes.Mix(*(ulong*)(word + i) ^ hash, *(ulong*)(word + i + 8));
        return FirstBytes.Mix(*(ulong*)(word + length - 16) ^ hash, *(ulong*)(word + length - 8));
    }

    struct Slot
    {
        public ulong Low, High;   // the key
        public long Count;        // 0: the slot is free
        public int Index, Start;  // which word in order of first occurrence, and where its text begins
    }

    struct Pending
    {
        public ulong Low, High, Hash;
        public byte* Word;
        public long Count;
        public int Length;
    }
}
