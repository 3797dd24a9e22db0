namespace LearningKit.Workloads;

/// <summary>One point after the other: the version to read.</summary>
public static class MandelbrotScalar
{
    /// <summary>Counts the steps of every point in a block of rows.</summary>
    /// <param name="picture">What is drawn.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="counts">Where the counts go, row by row; as long as the block has pixels.</param>
    /// <exception cref="ArgumentException"><paramref name="counts"/> is too short.</exception>
    public static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts)
    {
        for (var row = rows.Start; row < rows.End; row++)
        {
            var line = counts.Slice((int)(row - rows.Start) * picture.Width, picture.Width);
            for (var column = 0; column < line.Length; column++)
                line[column] = Steps(picture.Real(column), picture.Imaginary(row), picture.MaxIterations);
        }
    }

    /// <summary>How many steps the point takes to leave the circle of radius 2, at most <paramref name="limit"/>.</summary>
    public static ushort Steps(double real, double imaginary, int limit)
    {
        double x = 0, y = 0;
        var steps = 0;
        while (steps < limit && x * x + y * y <= 4)
        {
            // The square of x + iy is (x - y)(x + y) + 2ixy.
            (x, y) = (Math.FusedMultiplyAdd(x - y, x + y, real), Math.FusedMultiplyAdd(x + x, y, imaginary));
            steps++;
        }
        return (ushort)steps;
    }
}
