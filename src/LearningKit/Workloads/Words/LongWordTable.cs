using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Counts words of more than 16 bytes: a hash table with open addressing of hashes, and the text of the words beside it.
/// Words with the same hash are compared byte by byte.
/// </summary>
sealed unsafe class LongWordTable : IDisposable
{
    const int FirstBits = 10;

    readonly ulong* hashes = (ulong*)NativeMemory.Alloc(WordBatch.Size, sizeof(ulong));
    Slot* slots = Allocate(FirstBits);
    int bits = FirstBits;
    byte* texts;
    long textSize;

    /// <summary>How many different words there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of all different words.</summary>
    public long TextBytes { get; private set; }

    /// <summary>Makes room for a number of different words in all.</summary>
    public void Reserve(int count)
    {
        while (2L * count > 1L << bits) Grow();
    }

    /// <summary>Counts words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Add(WordBatch.Item* words, int count)
    {
        Reserve(Count + count);
        var (shift, mask) = (64 - bits, (1 << bits) - 1);

        // Ask for the slots of all words, then for the texts to which they lead, then compare.
        for (var i = 0; i < count; i++)
        {
            hashes[i] = Hash(words[i].Text, words[i].Length);
            if (Sse.IsSupported) Sse.Prefetch0(slots + (hashes[i] >> shift));
        }
        if (Sse.IsSupported)
            for (var i = 0; i < count; i++) Sse.Prefetch0(texts + slots[hashes[i] >> shift].Start);
        for (var i = 0; i < count; i++)
        {
            var slot = slots + (hashes[i] >> shift);
            while (slot->Hash != hashes[i] || slot->Length != words[i].Length || !SameText(slot, words[i]))
            {
                if (slot->Count == 0)
                {
                    *slot = new() { Hash = hashes[i], Start = Append(words[i]), Length = words[i].Length };
                    Count++;
                    break;
                }
                slot = slots + ((slot - slots + 1) & mask);
            }
            slot->Count += words[i].Count;
        }
    }

    /// <summary>Writes words, lengths and counts behind those that are there.</summary>
    public void Pack(ref nint text, PartialWordCounts packed, ref int index)
    {
        for (var slot = slots; slot < slots + (1L << bits); slot++)
        {
            if (slot->Count == 0) continue;
            Buffer.MemoryCopy(texts + slot->Start, (void*)text, slot->Length, slot->Length);
            (packed.Lengths[index], packed.Counts[index]) = ((int)slot->Length, slot->Count);
            text += (nint)slot->Length;
            index++;
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(slots);
        NativeMemory.Free(texts);
        NativeMemory.Free(hashes);
    }

    long Append(WordBatch.Item word)
    {
        if (word.Length > Array.MaxLength)
            throw new InvalidDataException($"A run of {word.Length:N0} bytes without a space or line end is no word. Is this a text?");
        var start = TextBytes;
        if (start + word.Length > textSize)
        {
            textSize = Math.Max(2 * textSize, start + word.Length + (1 << 16));
            texts = (byte*)NativeMemory.Realloc(texts, (nuint)textSize);
        }
        Buffer.MemoryCopy(word.Text, texts + start, word.Length, word.Length);
        TextBytes += word.Length;
        return start;
    }

    void Grow()
    {
        var old = slots;
        var oldEnd = old + (1L << bits);
        slots = Allocate(++bits);
        var (shift, mask) = (64 - bits, (1 << bits) - 1);
        for (var slot = old; slot < oldEnd; slot++)
        {
            if (slot->Count == 0) continue;
            var i = (int)(slot->Hash >> shift);
            while (slots[i].Count != 0) i = (i + 1) & mask;
            slots[i] = *slot;
        }
        NativeMemory.AlignedFree(old);
    }

    bool SameText(Slot* slot, WordBatch.Item word) =>
        new ReadOnlySpan<byte>(texts + slot->Start, (int)word.Length).SequenceEqual(new(word.Text, (int)word.Length));

    static ulong Hash(byte* text, long length)
    {
        var hash = (ulong)length;
        for (var i = 0L; i + 16 < length; i += 16) hash = FirstBytes.Mix(*(ulong*)(text + i) ^ hash, *(ulong*)(text + i + 8));
        return FirstBytes.Mix(*(ulong*)(text + length - 16) ^ hash, *(ulong*)(text + length - 8));
    }

    static Slot* Allocate(int bits)
    {
        var size = (nuint)sizeof(Slot) << bits;
        var slots = (Slot*)NativeMemory.AlignedAlloc(size, 64);
        NativeMemory.Clear(slots, size);
        return slots;
    }

    struct Slot
    {
        public ulong Hash;
        public long Start, Length, Count;   // Count 0: the slot is free
    }
}
