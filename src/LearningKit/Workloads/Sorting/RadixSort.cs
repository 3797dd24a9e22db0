using System.Buffers;

namespace LearningKit.Workloads;

/// <summary>
/// Sorts by digits, the lowest first, without comparing: four passes, each of which deals the numbers to 256 piles by one
/// byte, keeping their order within a pile. The work grows as the count, not as count times log count.
/// </summary>
/// <remarks>
/// Source: D. E. Knuth, "The Art of Computer Programming", vol. 3, 5.2.5. Needs room for a second copy of the numbers.
/// </remarks>
public static class RadixSort
{
    /// <summary>Sorts in ascending order.</summary>
    public static void Sort(Span<int> numbers)
    {
        var scratch = ArrayPool<int>.Shared.Rent(numbers.Length);
        Sort(numbers, scratch.AsSpan(0, numbers.Length));
        ArrayPool<int>.Shared.Return(scratch);
    }

    /// <summary>Sorts in ascending order, with the room that is given.</summary>
    /// <param name="numbers">What is sorted.</param>
    /// <param name="scratch">As long; its content is lost.</param>
    /// <exception cref="ArgumentException"><paramref name="scratch"/> has another length.</exception>
    public static void Sort(Span<int> numbers, Span<int> scratch)
    {
        if (scratch.Length != numbers.Length)
            throw new ArgumentException($"The scratch room holds {scratch.Length} numbers; it must hold {numbers.Length}.", nameof(scratch));

        // Dealing changes the order of the numbers, not how many there are of each digit: all piles are counted at once.
        Span<int> piles = stackalloc int[RadixDigits.Count * RadixDigits.Piles];
        RadixDigits.CountAllPiles(numbers, piles);
        for (var digit = 0; digit < RadixDigits.Count; digit++)
        {
            var places = piles.Slice(digit * RadixDigits.Piles, RadixDigits.Piles);
            var sum = 0;
            foreach (ref var place in places) (place, sum) = (sum, sum + place);
            RadixDigits.Deal(numbers, digit, places, scratch);
            var dealt = scratch;
            scratch = numbers;
            numbers = dealt;
        }
    }
}
