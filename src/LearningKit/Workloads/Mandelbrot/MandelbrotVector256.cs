using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Four neighbouring points at once, one in each lane of a 256-bit vector, until the last of them escapes. Each step waits
/// for the one before it, so most of the processor's arithmetic units wait too: see <see cref="MandelbrotInterleaved256"/>.
/// </summary>
public static class MandelbrotVector256
{
    static readonly int lanes = Vector256<double>.Count;

    /// <inheritdoc cref="MandelbrotScalar.Rows"/>
    public static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts)
    {
        var columns = picture.Columns(lanes);
        for (var row = rows.Start; row < rows.End; row++)
        {
            var line = counts.Slice((int)(row - rows.Start) * picture.Width, picture.Width);
            var imaginary = Vector256.Create(picture.Imaginary(row));
            for (var column = 0; column < line.Length; column += lanes)
            {
                var steps = Steps(Vector256.Create<double>(columns.AsSpan(column)), imaginary, picture.MaxIterations);
                for (var lane = 0; lane < lanes && column + lane < line.Length; lane++) line[column + lane] = (ushort)steps[lane];
            }
        }
    }

    static Vector256<long> Steps(Vector256<double> real, Vector256<double> imaginary, int limit)
    {
        var four = Vector256.Create(4.0);
        var (x, y) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var steps = Vector256<long>.Zero;
        for (var step = 0; step < limit; step++)
        {
            // A point that has escaped moves on, away from the circle, and is counted no more.
            var inside = Vector256.LessThanOrEqual(x * x + y * y, four);
            if (inside == Vector256<double>.Zero) break;
            steps -= inside.AsInt64();
            (x, y) = (Vector256.FusedMultiplyAdd(x - y, x + y, real), Vector256.FusedMultiplyAdd(x + x, y, imaginary));
        }
        return steps;
    }
}
