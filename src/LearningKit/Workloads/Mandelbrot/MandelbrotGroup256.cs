using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>Four vectors of 4 points.</summary>
/// <remarks>
/// Both loops hold x and y of all points in registers from their first line to their last. The four parts are written out,
/// since the compiler keeps no array in registers.
/// </remarks>
struct MandelbrotGroup256 : IMandelbrotGroup
{
    Vector256<double> imaginary;
    Vector256<double> real0, real1, real2, real3;
    Vector256<double> zx0, zx1, zx2, zx3;
    Vector256<double> zy0, zy1, zy2, zy3;
    Vector256<long> inside0, inside1, inside2, inside3;
    Vector256<long> count0, count1, count2, count3;

    public static int Points => 16;

    public readonly bool AnyInside => (inside0 | inside1 | inside2 | inside3) != Vector256<long>.Zero;

    public void Start(ReadOnlySpan<double> real, double imaginary)
    {
        this.imaginary = Vector256.Create(imaginary);
        (real0, real1) = (Vector256.Create(real), Vector256.Create(real[4..]));
        (real2, real3) = (Vector256.Create(real[8..]), Vector256.Create(real[12..]));
        zx0 = zx1 = zx2 = zx3 = zy0 = zy1 = zy2 = zy3 = Vector256<double>.Zero;
        inside0 = inside1 = inside2 = inside3 = Vector256<long>.AllBitsSet;
        count0 = count1 = count2 = count3 = Vector256<long>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Walk(int steps)
    {
        var row = imaginary;
        var (x0, x1, x2, x3) = (zx0, zx1, zx2, zx3);
        var (y0, y1, y2, y3) = (zy0, zy1, zy2, zy3);
        var (n0, n1, n2, n3) = (count0, count1, count2, count3);
        for (; steps > 0; steps--)
        {
            // Inside is all bits set, which is -1.
            n0 -= Inside(x0, y0);
            n1 -= Inside(x1, y1);
            n2 -= Inside(x2, y2);
            n3 -= Inside(x3, y3);
            (x0, y0) = (Vector256.FusedMultiplyAdd(x0 - y0, x0 + y0, real0), Vector256.FusedMultiplyAdd(x0 + x0, y0, row));
            (x1, y1) = (Vector256.FusedMultiplyAdd(x1 - y1, x1 + y1, real1), Vector256.FusedMultiplyAdd(x1 + x1, y1, row));
            (x2, y2) = (Vector256.FusedMultiplyAdd(x2 - y2, x2 + y2, real2), Vector256.FusedMultiplyAdd(x2 + x2, y2, row));
            (x3, y3) = (Vector256.FusedMultiplyAdd(x3 - y3, x3 + y3, real3), Vector256.FusedMultiplyAdd(x3 + x3, y3, row));
        }
        (count0, count1, count2, count3) = (n0, n1, n2, n3);
        (zx0, zx1, zx2, zx3) = (x0, x1, x2, x3);
        (zy0, zy1, zy2, zy3) = (y0, y1, y2, y3);
        var (now0, now1, now2, now3) = (Inside(x0, y0), Inside(x1, y1), Inside(x2, y2), Inside(x3, y3));
        var escaped = (now0 ^ inside0) | (now1 ^ inside1) | (now2 ^ inside2) | (now3 ^ inside3);
        (inside0, inside1, inside2, inside3) = (now0, now1, now2, now3);
        return escaped == Vector256<long>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Leap(int steps)
    {
        var row = imaginary;
        var (c0, c1, c2, c3) = (real0, real1, real2, real3);
        var (x0, x1, x2, x3) = (zx0, zx1, zx2, zx3);
        var (y0, y1, y2, y3) = (zy0, zy1, zy2, zy3);
        for (var step = steps; step > 0; step--)
        {
            (x0, y0) = (Vector256.FusedMultiplyAdd(x0 - y0, x0 + y0, c0), Vector256.FusedMultiplyAdd(x0 + x0, y0, row));
            (x1, y1) = (Vector256.FusedMultiplyAdd(x1 - y1, x1 + y1, c1), Vector256.FusedMultiplyAdd(x1 + x1, y1, row));
            (x2, y2) = (Vector256.FusedMultiplyAdd(x2 - y2, x2 + y2, c2), Vector256.FusedMultiplyAdd(x2 + x2, y2, row));
            (x3, y3) = (Vector256.FusedMultiplyAdd(x3 - y3, x3 + y3, c3), Vector256.FusedMultiplyAdd(x3 + x3, y3, row));
        }
        var escaped = (Inside(x0, y0) ^ inside0) | (Inside(x1, y1) ^ inside1)
            | (Inside(x2, y2) ^ inside2) | (Inside(x3, y3) ^ inside3);
        if (escaped != Vector256<long>.Zero) return false;

        (zx0, zx1, zx2, zx3) = (x0, x1, x2, x3);
        (zy0, zy1, zy2, zy3) = (y0, y1, y2, y3);
        var taken = Vector256.Create((long)steps);
        count0 += taken & inside0;
        count1 += taken & inside1;
        count2 += taken & inside2;
        count3 += taken & inside3;
        return true;
    }

    public readonly void CopyCounts(Span<ushort> counts) =>
        Vector256.Narrow(Vector256.Narrow(count0, count1), Vector256.Narrow(count2, count3)).AsUInt16().CopyTo(counts);

    /// <summary>All bits set where the point is in the circle of radius 2; none where it is outside, or has left the numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<long> Inside(Vector256<double> x, Vector256<double> y) => Vector256.LessThanOrEqual(x * x + y * y, Vector256.Create(4.0)).AsInt64();
}
