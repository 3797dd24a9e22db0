namespace LearningKit.Workloads;

/// <summary>What every Jacobi kernel asks of its grids.</summary>
static class GridShape
{
    /// <exception cref="ArgumentException">The grid does not hold rows x columns cells.</exception>
    public static void Check(ReadOnlySpan<double> grid, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || grid.Length != (long)rows * columns)
            throw new ArgumentException($"A grid of {rows} x {columns} cells must hold {(long)rows * columns} numbers but holds {grid.Length}.");
    }

    /// <exception cref="ArgumentException">The grids are no pair of this size, or the steps are negative.</exception>
    public static void CheckPair(double[] grid, double[] other, int rows, int columns, int steps)
    {
        Check(grid, rows, columns);
        Check(other, rows, columns);
        if (ReferenceEquals(grid, other) && grid.Length > 0) throw new ArgumentException("The two grids must be two arrays: a step reads one and writes the other.");
        if (steps < 0) throw new ArgumentException($"The number of steps must not be negative, but is {steps}.");
    }

    /// <summary>Copies the edge cells, which no step changes, so that two grids can take turns.</summary>
    public static void CopyEdges(ReadOnlySpan<double> from, Span<double> to, int rows, int columns)
    {
        if (rows == 0 || columns == 0) return;
        from[..columns].CopyTo(to);
        from[^columns..].CopyTo(to[^columns..]);
        for (var i = 1; i < rows - 1; i++)
        {
            to[i * columns] = from[i * columns];
            to[(i + 1) * columns - 1] = from[(i + 1) * columns - 1];
        }
    }
}
