using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>
/// Four vectors of 8 points in flight: while one waits for its last step, the others use the arithmetic units.
/// Escapes are looked for only every few steps.
/// </summary>
public static class MandelbrotInterleaved512
{
    const int Group = 32;   // points in flight
    const int Stride = 8;    // steps between two looks at whether all points have escaped

    /// <inheritdoc cref="MandelbrotScalar.Rows"/>
    public static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts)
    {
        var columns = picture.Columns(Group);
        Span<ushort> last = stackalloc ushort[Group];
        for (var row = rows.Start; row < rows.End; row++)
        {
            var line = counts.Slice((int)(row - rows.Start) * picture.Width, picture.Width);
            for (var column = 0; column < line.Length; column += Group)
            {
                var whole = column + Group <= line.Length;
                Steps(columns.AsSpan(column, Group), picture.Imaginary(row), picture.MaxIterations, whole ? line[column..] : last);
                if (!whole) last[..(line.Length - column)].CopyTo(line[column..]);
            }
        }
    }

    static void Steps(ReadOnlySpan<double> columns, double row, int limit, Span<ushort> counts)
    {
        var four = Vector512.Create(4.0);
        var imaginary = Vector512.Create(row);
        Vector512<double> real0 = Vector512.Create(columns), real1 = Vector512.Create(columns[8..]), real2 = Vector512.Create(columns[16..]), real3 = Vector512.Create(columns[24..]);
        Vector512<double> x0 = default, x1 = default, x2 = default, x3 = default;
        Vector512<double> y0 = default, y1 = default, y2 = default, y3 = default;
        Vector512<long> n0 = default, n1 = default, n2 = default, n3 = default;
        for (var step = 0; step < limit;)
        {
            Vector512<double> in0 = default, in1 = default, in2 = default, in3 = default;
            for (var end = Math.Min(limit, step + Stride); step < end; step++)
            {
                in0 = Vector512.LessThanOrEqual(x0 * x0 + y0 * y0, four);
                in1 = Vector512.LessThanOrEqual(x1 * x1 + y1 * y1, four);
                in2 = Vector512.LessThanOrEqual(x2 * x2 + y2 * y2, four);
                in3 = Vector512.LessThanOrEqual(x3 * x3 + y3 * y3, four);
                n0 -= in0.AsInt64();
                n1 -= in1.AsInt64();
                n2 -= in2.AsInt64();
                n3 -= in3.AsInt64();
                (x0, y0) = (Vector512.FusedMultiplyAdd(x0 - y0, x0 + y0, real0), Vector512.FusedMultiplyAdd(x0 + x0, y0, imaginary));
                (x1, y1) = (Vector512.FusedMultiplyAdd(x1 - y1, x1 + y1, real1), Vector512.FusedMultiplyAdd(x1 + x1, y1, imaginary));
                (x2, y2) = (Vector512.FusedMultiplyAdd(x2 - y2, x2 + y2, real2), Vector512.FusedMultiplyAdd(x2 + x2, y2, imaginary));
                (x3, y3) = (Vector512.FusedMultiplyAdd(x3 - y3, x3 + y3, real3), Vector512.FusedMultiplyAdd(x3 + x3, y3, imaginary));
            }
            if ((in0.AsInt64() | in1.AsInt64() | in2.AsInt64() | in3.AsInt64()) == Vector512<long>.Zero) break;
        }
        Vector512.Narrow(Vector512.Narrow(n0, n1), Vector512.Narrow(n2, n3)).AsUInt16().CopyTo(counts);
    }
}
