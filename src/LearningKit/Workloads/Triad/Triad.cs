using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearningKit.Workloads;

/// <summary>
/// The vector triad a = b + s c over arrays far larger than the caches: it computes next to nothing, so its speed is that
/// of the memory. The answer is the sum over a. A part is a range of elements.
/// </summary>
/// <param name="Length">Elements of each of the three arrays: up to 2,147,483,591.</param>
/// <param name="Seed">Makes b and c, whose elements are whole numbers, so that every sum is exact.</param>
/// <remarks>
/// The three arrays are made once for each object and kept with it. Each part writes its own range of a, which no other
/// part reads; running the same object twice at once writes the same numbers.
/// </remarks>
public sealed record Triad(long Length, int Seed) : IWorkload<IndexRange, double, double>
{
    /// <summary>
    /// Bytes moved for each element: 8 each for reading b and c and for writing a past the caches, and 8 for reading a
    /// when it is summed up.
    /// </summary>
    public const int BytesPerElement = 32;

    /// <summary>The factor s.</summary>
    public const double Scale = 3;

    const int Period = 1000;   // b and c repeat after so many elements, which gives the sum in closed form

    static readonly ConditionalWeakTable<Triad, Arrays> Made = [];

    /// <summary>With non-temporal stores on one thread.</summary>
    public double Solve() => Execute(new(0, Length));

    /// <summary>Ranges of elements.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Length, parts);

    /// <summary>Computes the part's range of a and sums it up.</summary>
    public double Execute(IndexRange part)
    {
        var (start, count) = ((int)part.Start, (int)part.Count);
        var (a, b, c) = Made.GetValue(this, static triad => triad.Make());
        var mine = a.AsSpan(start, count);
        VectorTriad.RunPastCache(mine, b.AsSpan(start, count), c.AsSpan(start, count), Scale);
        return Sum(mine);
    }

    /// <summary>Adds up the sums of the ranges.</summary>
    public double Gather(IEnumerable<double> partials) => partials.Sum();

    /// <summary>The sum over a by its formula. Equal to the last bit while it is below 2^53: for lengths up to 10^12.</summary>
    public double Exact()
    {
        long sum = 0;
        var (periods, rest) = Math.DivRem(Length, Period);
        for (var i = 0; i < Period; i++) sum += (B(i) + (long)Scale * C(i)) * (periods + (i < rest ? 1 : 0));
        return sum;
    }

    long B(long i) => (i + Seed) % Period;

    long C(long i) => (3 * i + Seed) % Period;

    static double Sum(ReadOnlySpan<double> numbers)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        Vector<double> even = default, odd = default;
        var i = 0;
        for (; i + 1 < vectors.Length; i += 2) (even, odd) = (even + vectors[i], odd + vectors[i + 1]);
        var sum = Vector.Sum(even + odd);
        foreach (var number in numbers[(i * Vector<double>.Count)..]) sum += number;
        return sum;
    }

    Arrays Make()
    {
        var length = checked((int)Length);
        var (b, c) = (GC.AllocateUninitializedArray<double>(length), GC.AllocateUninitializedArray<double>(length));
        for (var i = 0; i < length; i++) (b[i], c[i]) = (B(i % Period), C(i % Period));
        return new(new double[length], b, c);
    }

    sealed record Arrays(double[] A, double[] B, double[] C);
}
