using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>The loops of a radix sort: count how many numbers go to each pile, and deal them.</summary>
static class RadixDigits
{
    /// <summary>Digits of a number: its four bytes. An even count, so that the last deal ends where the numbers began.</summary>
    public const int Count = 4;

    /// <summary>Values of a digit.</summary>
    public const int Piles = 256;

    const uint SignBit = 0x80;

    /// <summary>Adds to <paramref name="piles"/> how many numbers have each value of the digit.</summary>
    public static void CountPiles(ReadOnlySpan<int> numbers, int digit, Span<int> piles)
    {
        var (shift, flip) = Position(digit);
        ref var pile = ref MemoryMarshal.GetReference(piles);
        foreach (var number in numbers) Unsafe.Add(ref pile, Pile(number, shift, flip))++;
    }

    /// <summary>Sets <paramref name="piles"/>, 256 for each digit, to how many numbers have each value of it.</summary>
    public static void CountAllPiles(ReadOnlySpan<int> numbers, Span<int> piles)
    {
        piles[..(Count * Piles)].Clear();
        ref var pile = ref MemoryMarshal.GetReference(piles);
        foreach (var number in numbers)
        {
            Unsafe.Add(ref pile, Pile(number, 0, 0))++;
            Unsafe.Add(ref pile, Piles + Pile(number, 8, 0))++;
            Unsafe.Add(ref pile, 2 * Piles + Pile(number, 16, 0))++;
            Unsafe.Add(ref pile, 3 * Piles + Pile(number, 24, SignBit))++;
        }
    }

    /// <summary>Writes each number to the next place of its pile.</summary>
    /// <param name="numbers">What is dealt, in this order.</param>
    /// <param name="digit">Which digit, 0 for the lowest.</param>
    /// <param name="places">The next place of each pile in <paramref name="dealt"/>; moved on with each number.</param>
    /// <param name="dealt">Where the piles lie.</param>
    public static void Deal(ReadOnlySpan<int> numbers, int digit, Span<int> places, Span<int> dealt)
    {
        var (shift, flip) = Position(digit);
        ref var place = ref MemoryMarshal.GetReference(places);
        ref var target = ref MemoryMarshal.GetReference(dealt);
        foreach (var number in numbers) Unsafe.Add(ref target, Unsafe.Add(ref place, Pile(number, shift, flip))++) = number;
    }

    /// <summary>Where a digit lies, and what puts negative numbers before the others: their sign bit, turned round in the highest digit.</summary>
    static (int Shift, uint Flip) Position(int digit) => (8 * digit, digit == Count - 1 ? SignBit : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static nuint Pile(int number, int shift, uint flip) => (((uint)number >> shift) & 0xFF) ^ flip;
}
