using LearningKit.Engines;

namespace LearningKit.Workloads;

/// <summary>
/// Jacobi sweeps with temporal blocking: a wavefront goes down the grid once and takes several steps on the way, each step
/// one row behind the step before, so rows are used again while they are in the cache. The README beside this file draws it.
/// </summary>
public static unsafe class WavefrontJacobi
{
    /// <inheritdoc cref="VectorJacobi.Run"/>
    public static double[] Run(double[] grid, double[] other, int rows, int columns, int steps, WorkerTeam? team = null)
    {
        GridShape.CheckPair(grid, other, rows, columns, steps);
        if (rows < 3 || columns < 3) return grid;
        GridShape.CopyEdges(grid, other, rows, columns);
        var workers = team?.Workers ?? 1;
        var depth = Math.Min(StepsPerPass(columns, workers), (rows - 2) / (2 * workers));
        if (depth < 2) return VectorJacobi.Run(grid, other, rows, columns, steps, team);
        fixed (double* pinnedGrid = grid, pinnedOther = other)
        {
            var (even, odd) = ((nint)pinnedGrid, (nint)pinnedOther);
            if (team is null) Work(0);
            else team.Run(Work);

            void Work(int worker)
            {
                var (first, end) = (Cut(worker), Cut(worker + 1));
                for (var step = 0; step < steps; step += depth)
                {
                    var pass = new Pass((double*)(step % 2 == 0 ? even : odd), (double*)(step % 2 == 0 ? odd : even), columns, Math.Min(depth, steps - step));
                    pass.Descend(first, end, worker == 0 ? 0 : 1, worker == workers - 1 ? 0 : -1);
                    if (team is null) continue;
                    team.Barrier();
                    if (worker > 0) pass.FillGap(first);
                    team.Barrier();
                }
            }
        }
        return steps % 2 == 0 ? grid : other;

        int Cut(int worker) => 1 + (int)((rows - 2L) * worker / workers);
    }

    /// <summary>
    /// Sixteen steps, or as many as leave the rows under way (steps + 2 of each grid) in the worker's share of half the
    /// level-3 cache. Memory is then read and written once for sixteen steps; more gained nothing.
    /// </summary>
    static int StepsPerPass(int columns, int workers)
    {
        var rowsInCache = CacheSizes.OfThisMachine.Level3 / 2 / workers / (columns * sizeof(double));
        return Math.Clamp(rowsInCache / 2 - 2, 2, 16);
    }

    /// <summary>Some steps of time, taken together.</summary>
    readonly struct Pass(double* even, double* odd, int columns, int steps)
    {
        /// <summary>
        /// Takes the rows from <paramref name="first"/> to <paramref name="end"/> through all steps. Where a neighbour
        /// works beyond a border, each step stops one row further inside: the rows are a trapezoid in time.
        /// </summary>
        /// <param name="first">The first row of the first step.</param>
        /// <param name="end">One past the last row of the first step.</param>
        /// <param name="firstShift">How far the first row moves with each step: 1 below a neighbour, 0 at the edge.</param>
        /// <param name="endShift">How far the end moves with each step: -1 above a neighbour, 0 at the edge.</param>
        public void Descend(int first, int end, int firstShift, int endShift)
        {
            for (var front = first; front < end + steps - 1; front++)
            {
                for (var step = 0; step < steps; step++)
                {
                    var row = front - step;
                    if (row >= first + firstShift * step && row < end + endShift * step) Step(row, step);
                }
            }
        }

        /// <summary>Takes the rows that two neighbours left out around their border: a triangle that grows with each step.</summary>
        public void FillGap(int border)
        {
            for (var step = 1; step < steps; step++)
                for (var row = border - step; row < border + step; row++)
                    Step(row, step);
        }

        void Step(int row, int step)
        {
            var (from, to) = step % 2 == 0 ? ((nint)even, (nint)odd) : ((nint)odd, (nint)even);
            JacobiRow.Step((double*)from + (long)row * columns, (double*)to + (long)row * columns, columns);
        }
    }
}
