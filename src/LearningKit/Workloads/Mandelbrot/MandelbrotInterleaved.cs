namespace LearningKit.Workloads;

/// <summary>
/// Draws rows group by group. Near the border of the set points escape all the time, and the group walks; deep inside,
/// and while those that are left go on for long, it leaps, further and further: looking costs as much as stepping.
/// </summary>
static class MandelbrotInterleaved
{
    const int ShortestLeap = 8;
    const int LongestLeap = 64;

    /// <inheritdoc cref="MandelbrotScalar.Rows"/>
    public static void Rows<TGroup>(Mandelbrot picture, IndexRange rows, Span<ushort> counts) where TGroup : struct, IMandelbrotGroup
    {
        var group = default(TGroup);
        var columns = picture.Columns(TGroup.Points);
        Span<ushort> last = stackalloc ushort[TGroup.Points];
        for (var row = rows.Start; row < rows.End; row++)
        {
            var line = counts.Slice((int)(row - rows.Start) * picture.Width, picture.Width);
            for (var column = 0; column < line.Length; column += TGroup.Points)
            {
                group.Start(columns.AsSpan(column, TGroup.Points), picture.Imaginary(row));
                Escape(ref group, picture.MaxIterations);
                if (column + TGroup.Points <= line.Length)
                {
                    group.CopyCounts(line[column..]);
                }
                else
                {
                    group.CopyCounts(last);
                    last[..(line.Length - column)].CopyTo(line[column..]);
                }
            }
        }
    }

    /// <summary>Steps until every point has escaped, or <paramref name="limit"/> is reached.</summary>
    static void Escape<TGroup>(ref TGroup group, int limit) where TGroup : struct, IMandelbrotGroup
    {
        var stride = ShortestLeap;
        var calm = false;
        for (var step = 0; step < limit && group.AnyInside;)
        {
            stride = Math.Min(stride, limit - step);
            if (!calm)
            {
                calm = group.Walk(stride);
                step += stride;
            }
            else if (group.Leap(stride))
            {
                step += stride;
                stride = Math.Min(2 * stride, LongestLeap);
            }
            else
            {
                calm = false;
                stride = ShortestLeap;
            }
        }
    }
}
