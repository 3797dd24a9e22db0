using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Data;

/// <summary>Compares 64 bytes at once: bit i of the answer speaks of byte i. Uses the widest vectors of the machine.</summary>
static unsafe class ByteMask
{
    /// <summary>How many bytes one mask covers.</summary>
    public const int Width = 64;

    /// <summary>Which of 64 bytes equal <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(byte* p, byte value)
    {
        if (Vector512.IsHardwareAccelerated)
            return Vector512.Equals(Vector512.Load(p), Vector512.Create(value)).ExtractMostSignificantBits();
        if (Vector256.IsHardwareAccelerated)
        {
            var wanted = Vector256.Create(value);
            return Join(
                Vector256.Equals(Vector256.Load(p), wanted).ExtractMostSignificantBits(),
                Vector256.Equals(Vector256.Load(p + 32), wanted).ExtractMostSignificantBits());
        }
        var narrow = Vector128.Create(value);
        return Join(
            Vector128.Equals(Vector128.Load(p), narrow).ExtractMostSignificantBits(),
            Vector128.Equals(Vector128.Load(p + 16), narrow).ExtractMostSignificantBits(),
            Vector128.Equals(Vector128.Load(p + 32), narrow).ExtractMostSignificantBits(),
            Vector128.Equals(Vector128.Load(p + 48), narrow).ExtractMostSignificantBits());
    }

    /// <summary>Which of 64 bytes are at most <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtMost(byte* p, byte value)
    {
        // A byte is at most the value where the smaller of both is the byte: one operation that every vector unit has.
        if (Vector512.IsHardwareAccelerated)
            return Vector512.LessThanOrEqual(Vector512.Load(p), Vector512.Create(value)).ExtractMostSignificantBits();
        if (Vector256.IsHardwareAccelerated)
        {
            var most = Vector256.Create(value);
            var (a, b) = (Vector256.Load(p), Vector256.Load(p + 32));
            return Join(
                Vector256.Equals(Vector256.Min(a, most), a).ExtractMostSignificantBits(),
                Vector256.Equals(Vector256.Min(b, most), b).ExtractMostSignificantBits());
        }
        var narrow = Vector128.Create(value);
        return Join(
            Vector128.LessThanOrEqual(Vector128.Load(p), narrow).ExtractMostSignificantBits(),
            Vector128.LessThanOrEqual(Vector128.Load(p + 16), narrow).ExtractMostSignificantBits(),
            Vector128.LessThanOrEqual(Vector128.Load(p + 32), narrow).ExtractMostSignificantBits(),
            Vector128.LessThanOrEqual(Vector128.Load(p + 48), narrow).ExtractMostSignificantBits());
    }

    static ulong Join(uint low, uint high) => low | (ulong)high << 32;

    static ulong Join(uint a, uint b, uint c, uint d) => a | (ulong)b << 16 | (ulong)c << 32 | (ulong)d << 48;
}
