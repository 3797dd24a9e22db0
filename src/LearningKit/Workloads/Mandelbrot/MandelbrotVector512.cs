using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Eight neighbouring points at once, one in each lane of a 512-bit vector, until the last of them escapes. Each step waits
/// for the one before it, so most of the processor's arithmetic units wait too: see <see cref="MandelbrotInterleaved512"/>.
/// </summary>
public static class MandelbrotVector512
{
    static readonly int lanes = Vector512<double>.Count;

    /// <inheritdoc cref="MandelbrotScalar.Rows"/>
    public static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts)
    {
        var columns = picture.Columns(lanes);
        for (var row = rows.Start; row < rows.End; row++)
        {
            var line = counts.Slice((int)(row - rows.Start) * picture.Width, picture.Width);
            var imaginary = Vector512.Create(picture.Imaginary(row));
            for (var column = 0; column < line.Length; column += lanes)
            {
                var steps = Steps(Vector512.Create<double>(columns.AsSpan(column)), imaginary, picture.MaxIterations);
                for (var lane = 0; lane < lanes && column + lane < line.Length; lane++) line[column + lane] = (ushort)steps[lane];
            }
        }
    }

    static Vector512<long> Steps(Vector512<double> real, Vector512<double> imaginary, int limit)
    {
        var four = Vector512.Create(4.0);
        var (x, y) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var steps = Vector512<long>.Zero;
        for (var step = 0; step < limit; step++)
        {
            // A point that has escaped moves on, away from the circle, and is counted no more.
            var inside = Vector512.LessThanOrEqual(x * x + y * y, four);
            if (inside == Vector512<double>.Zero) break;
            steps -= inside.AsInt64();
            (x, y) = (Vector512.FusedMultiplyAdd(x - y, x + y, real), Vector512.FusedMultiplyAdd(x + x, y, imaginary));
        }
        return steps;
    }
}
