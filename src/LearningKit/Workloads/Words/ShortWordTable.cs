using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>Counts words of up to 16 bytes: a hash table with open addressing in which a word is its own key.</summary>
/// <remarks>No word holds a zero byte, so zeros behind a shorter one keep keys apart, and a key of zeros marks a free slot.</remarks>
sealed unsafe class ShortWordTable : IDisposable
{
    const int FirstBits = 12;

    readonly Key* keys = (Key*)NativeMemory.Alloc(WordBatch.Size, (nuint)sizeof(Key));
    Slot* slots = Allocate(FirstBits);
    int bits = FirstBits;

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
        for (var i = 0; i < count; i++)
        {
            var (low, high) = FirstBytes.Of(words[i].Text, words[i].Length);
            var home = (int)(FirstBytes.Mix(low, high) >> shift);
            if (Sse.IsSupported) Sse.Prefetch0(slots + home);
            keys[i] = new() { Low = low, High = high, Home = home };
        }
        for (var i = 0; i < count; i++)
        {
            var key = keys[i];
            var slot = slots + key.Home;
            while (slot->Low != key.Low || slot->High != key.High)
            {
                if (slot->Low == 0)
                {
                    *slot = new() { Low = key.Low, High = key.High };
                    Count++;
                    TextBytes += words[i].Length;
                    break;
                }
                slot = slots + ((slot - slots + 1) & mask);
            }
            slot->Count += words[i].Count;
        }
    }

    /// <summary>Writes words, lengths and counts behind those that are there; 16 bytes behind the last word are overwritten.</summary>
    public void Pack(ref nint text, PartialWordCounts packed, ref int index)
    {
        for (var slot = slots; slot < slots + (1L << bits); slot++)
        {
            if (slot->Low == 0) continue;
            ((ulong*)text)[0] = slot->Low;
            ((ulong*)text)[1] = slot->High;
            var length = slot->High == 0
                ? 8 - BitOperations.LeadingZeroCount(slot->Low) / 8
                : 16 - BitOperations.LeadingZeroCount(slot->High) / 8;
            (packed.Lengths[index], packed.Counts[index]) = (length, slot->Count);
            text += length;
            index++;
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(slots);
        NativeMemory.Free(keys);
    }

    void Grow()
    {
        var old = slots;
        var oldEnd = old + (1L << bits);
        slots = Allocate(++bits);
        var (shift, mask) = (64 - bits, (1 << bits) - 1);
        for (var slot = old; slot < oldEnd; slot++)
        {
            if (slot->Low == 0) continue;
            var i = (int)(FirstBytes.Mix(slot->Low, slot->High) >> shift);
            while (slots[i].Low != 0) i = (i + 1) & mask;
            slots[i] = *slot;
        }
        NativeMemory.AlignedFree(old);
    }

    static Slot* Allocate(int bits)
    {
        var size = (nuint)sizeof(Slot) << bits;
        var slots = (Slot*)NativeMemory.AlignedAlloc(size, 64);
        NativeMemory.Clear(slots, size);
        return slots;
    }

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    struct Slot
    {
        public ulong Low, High;
        public long Count;
    }

    struct Key
    {
        public ulong Low, High;
        public int Home;
    }
}
