using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Measuring;

/// <summary>How many floating-point operations in double precision the processor does when nothing holds it up.</summary>
/// <param name="VectorBits">The width of the vectors used.</param>
/// <param name="Points">What each number of threads reached.</param>
public sealed record PeakFlops(int VectorBits, IReadOnlyList<PeakFlopsPoint> Points)
{
    const int Rounds = 5;

    /// <summary>Long enough, some ten milliseconds, for the processor to reach its clock speed and for starting threads not to count.</summary>
    const int Laps = 5_000_000;

    /// <summary>The most that was reached, in 10^9 operations a second: the roof of a roofline.</summary>
    public double Best => Points.Max(point => point.Gigaflops);

    /// <summary>Measures it on 1, 2, 4, ... threads and on all, for a fraction of a second. The best of five rounds counts, for it is a bound.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static PeakFlops Measure(CancellationToken cancel = default)
    {
        var points = new List<PeakFlopsPoint>();
        foreach (var threads in Crew.Sizes())
        {
            var best = 0.0;
            for (var round = 0; round < Rounds; round++)
            {
                cancel.ThrowIfCancellationRequested();
                var operations = new double[threads];
                var seconds = Crew.Run(threads, (number, _) => operations[number] = MultiplyAndAdd(Laps));
                best = Math.Max(best, operations.Sum() / seconds / 1e9);
            }
            points.Add(new(threads, best));
        }
        return new(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128, points);
    }

    static double MultiplyAndAdd(int laps) =>
        Vector512.IsHardwareAccelerated ? By512(laps) : Vector256.IsHardwareAccelerated ? By256(laps) : By128(laps);

    /// <summary>
    /// Fused multiply-add in twelve chains that do not wait for one another: an instruction takes four or five cycles, and
    /// two begin in each cycle. More chains than that do not fit sixteen registers.
    /// </summary>
    /// <returns>The operations done; a product and a sum count as two.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double By512(int laps)
    {
        Vector512<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default, i = default, j = default, k = default, l = default;
        var (x, y) = (Vector512.Create(0.999), Vector512.Create(0.001));
        for (var lap = 0; lap < laps; lap++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y); b = Vector512.FusedMultiplyAdd(b, x, y); c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y); e = Vector512.FusedMultiplyAdd(e, x, y); f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y); h = Vector512.FusedMultiplyAdd(h, x, y); i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y); k = Vector512.FusedMultiplyAdd(k, x, y); l = Vector512.FusedMultiplyAdd(l, x, y);
        }
        return Operations(laps, Vector512<double>.Count, Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l));
    }

    /// <inheritdoc cref="By512"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double By256(int laps)
    {
        Vector256<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default, i = default, j = default, k = default, l = default;
        var (x, y) = (Vector256.Create(0.999), Vector256.Create(0.001));
        for (var lap = 0; lap < laps; lap++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y); b = Vector256.FusedMultiplyAdd(b, x, y); c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y); e = Vector256.FusedMultiplyAdd(e, x, y); f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y); h = Vector256.FusedMultiplyAdd(h, x, y); i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y); k = Vector256.FusedMultiplyAdd(k, x, y); l = Vector256.FusedMultiplyAdd(l, x, y);
        }
        return Operations(laps, Vector256<double>.Count, Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l));
    }

    /// <inheritdoc cref="By512"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static double By128(int laps)
    {
        Vector128<double> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default, i = default, j = default, k = default, l = default;
        var (x, y) = (Vector128.Create(0.999), Vector128.Create(0.001));
        for (var lap = 0; lap < laps; lap++)
        {
            a = Vector128.FusedMultiplyAdd(a, x, y); b = Vector128.FusedMultiplyAdd(b, x, y); c = Vector128.FusedMultiplyAdd(c, x, y);
            d = Vector128.FusedMultiplyAdd(d, x, y); e = Vector128.FusedMultiplyAdd(e, x, y); f = Vector128.FusedMultiplyAdd(f, x, y);
            g = Vector128.FusedMultiplyAdd(g, x, y); h = Vector128.FusedMultiplyAdd(h, x, y); i = Vector128.FusedMultiplyAdd(i, x, y);
            j = Vector128.FusedMultiplyAdd(j, x, y); k = Vector128.FusedMultiplyAdd(k, x, y); l = Vector128.FusedMultiplyAdd(l, x, y);
        }
        return Operations(laps, Vector128<double>.Count, Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l));
    }

    /// <summary>Counts the operations; a sum that is not a number cannot happen, but asking keeps it computed.</summary>
    static double Operations(int laps, int lanes, double sum) => double.IsNaN(sum) ? double.NaN : 2.0 * 12 * lanes * laps;
}
