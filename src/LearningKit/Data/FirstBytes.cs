using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Data;

/// <summary>Short texts as keys: up to 16 bytes in two registers, and their hash.</summary>
static unsafe class FirstBytes
{
    const int Width = 16;

    /// <summary>The first 16 bytes of a text of <paramref name="length"/> bytes, zeros after its end. 16 bytes must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Low, ulong High) Of(byte* text, long length)
    {
        var kept = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(mask), (nuint)(Width - Math.Min(length, Width)));
        var key = (Vector128.Load(text) & kept).AsUInt64();
        return (key[0], key[1]);
    }

    /// <summary>Both halves of a 128-bit product, folded: every bit of both keys reaches the top bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a ^ 0x9E3779B97F4A7C15, b ^ 0xD1B54A32D192ED03, out ulong low);
        return high ^ low;
    }

    /// <summary>The 16 bytes from index 16 - n on keep the first n bytes of a vector.</summary>
    static ReadOnlySpan<byte> mask =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
}
