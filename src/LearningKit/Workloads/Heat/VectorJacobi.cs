using LearningKit.Engines;

namespace LearningKit.Workloads;

/// <summary>
/// Jacobi sweeps in vectors, one step after the other over the whole grid. A grid larger than the caches is fetched from
/// memory again for each step, and that is what the time goes into.
/// </summary>
public static unsafe class VectorJacobi
{
    /// <summary>Computes <paramref name="steps"/> steps of time.</summary>
    /// <param name="grid">The grid at the start; overwritten.</param>
    /// <param name="other">A second grid of the same size; overwritten.</param>
    /// <param name="rows">Rows, the two edge rows included.</param>
    /// <param name="columns">Columns, the two edge columns included.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="team">Who computes, each worker its block of rows; null for the caller alone.</param>
    /// <returns>That of the two grids which holds the last step.</returns>
    /// <exception cref="ArgumentException">A grid does not hold rows x columns cells, or they are the same.</exception>
    public static double[] Run(double[] grid, double[] other, int rows, int columns, int steps, WorkerTeam? team = null)
    {
        GridShape.CheckPair(grid, other, rows, columns, steps);
        if (rows < 3 || columns < 3) return grid;
        GridShape.CopyEdges(grid, other, rows, columns);
        fixed (double* pinnedGrid = grid, pinnedOther = other)
        {
            var (even, odd) = ((nint)pinnedGrid, (nint)pinnedOther);
            if (team is null) Work(0, 1);
            else team.Run(worker => Work(worker, team.Workers));

            void Work(int worker, int workers)
            {
                var from = (double*)even;
                var to = (double*)odd;
                var (first, end) = (1 + (int)((rows - 2L) * worker / workers), 1 + (int)((rows - 2L) * (worker + 1) / workers));
                for (var step = 0; step < steps; step++)
                {
                    for (var i = first; i < end; i++) JacobiRow.Step(from + (long)i * columns, to + (long)i * columns, columns);
                    team?.Barrier();   // neighbours' rows of this step are there
                    var last = from;
                    from = to;
                    to = last;
                }
            }
        }
        return steps % 2 == 0 ? grid : other;
    }
}
