using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Sums by station: a hash table with open addressing over UTF-8 names. Up to 16 bytes a name is its own key, compared in
/// two registers; of a longer one the rest is compared too.
/// </summary>
sealed unsafe class StationTable : IDisposable
{
    const int FirstBits = 12;
    const int InlineKey = 16;

    readonly List<(string Name, nint Utf8)> names = [];
    Slot* slots = Allocate(FirstBits);
    int bits = FirstBits;

    /// <summary>Adds a reading of a station that is in the table. False when it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(byte* name, long length, int tenths)
    {
        var (low, high) = FirstBytes.Of(name, length);
        for (var i = Home(low, high); ; i = (i + 1) & ((1 << bits) - 1))
        {
            var slot = slots + i;
            if (slot->Low == low && slot->High == high && slot->Length == length && (length <= InlineKey || SameRest(slot, name)))
            {
                slot->Sum += tenths;
                slot->Count++;
                slot->Min = Math.Min(slot->Min, tenths);
                slot->Max = Math.Max(slot->Max, tenths);
                return true;
            }
            if (slot->Count == 0) return false;
        }
    }

    /// <summary>Adds a reading of any station.</summary>
    /// <param name="name">The station's name in UTF-8.</param>
    /// <param name="station">The same name.</param>
    /// <param name="tenths">The temperature.</param>
    public void Add(byte* name, string station, int tenths)
    {
        var length = Encoding.UTF8.GetByteCount(station);
        if (TryAdd(name, length, tenths)) return;
        if (2 * names.Count >= 1 << bits) Grow();
        var copy = (byte*)NativeMemory.Alloc((nuint)length);
        Buffer.MemoryCopy(name, copy, length, length);
        var (low, high) = FirstBytes.Of(name, length);
        *Free(low, high) = new()
        {
            Low = low,
            High = high,
            Length = length,
            Utf8 = copy,
            Name = names.Count,
            Sum = tenths,
            Count = 1,
            Min = tenths,
            Max = tenths,
        };
        names.Add((station, (nint)copy));
    }

    /// <summary>The summaries, by name.</summary>
    public IReadOnlyList<StationSummary> Summaries()
    {
        var summaries = new List<StationSummary>(names.Count);
        for (var slot = slots; slot < slots + (1 << bits); slot++)
            if (slot->Count > 0) summaries.Add(new(names[slot->Name].Name, slot->Count, slot->Sum, slot->Min, slot->Max));
        summaries.Sort((a, b) => string.CompareOrdinal(a.Station, b.Station));
        return summaries;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(slots);
        foreach (var (_, utf8) in names) NativeMemory.Free((void*)utf8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Home(ulong low, ulong high) => (int)(FirstBytes.Mix(low, high) >> (64 - bits));

    Slot* Free(ulong low, ulong high)
    {
        var i = Home(low, high);
        while (slots[i].Count > 0) i = (i + 1) & ((1 << bits) - 1);
        return slots + i;
    }

    void Grow()
    {
        var old = slots;
        var oldEnd = old + (1 << bits);
        slots = Allocate(++bits);
        for (var slot = old; slot < oldEnd; slot++)
            if (slot->Count > 0) *Free(slot->Low, slot->High) = *slot;
        NativeMemory.AlignedFree(old);
    }

    static bool SameRest(Slot* slot, byte* name) =>
        new ReadOnlySpan<byte>(slot->Utf8 + InlineKey, (int)slot->Length - InlineKey)
            .SequenceEqual(new(name + InlineKey, (int)slot->Length - InlineKey));

    static Slot* Allocate(int bits)
    {
        var size = (nuint)sizeof(Slot) << bits;
        var slots = (Slot*)NativeMemory.AlignedAlloc(size, 64);
        NativeMemory.Clear(slots, size);
        return slots;
    }

    /// <summary>One station; one cache line.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    struct Slot
    {
        public ulong Low, High;
        public long Length, Sum, Count;   // Count 0: the slot is free
        public int Min, Max;
        public byte* Utf8;
        public int Name;
    }
}
