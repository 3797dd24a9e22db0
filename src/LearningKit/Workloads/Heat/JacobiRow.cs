using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LearningKit.Workloads;

/// <summary>One row of a Jacobi step in vectors: what the fast kernels call for each row and step.</summary>
/// <remarks>The four neighbours are added in the same order as by <see cref="PlainJacobi"/>, so all results are equal to the last bit.</remarks>
static unsafe class JacobiRow
{
    /// <summary>Computes the inner cells of one row.</summary>
    /// <param name="centre">The row in the grid now.</param>
    /// <param name="to">The row in the grid one step later.</param>
    /// <param name="columns">Cells of a row, and the distance between rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(double* centre, double* to, int columns)
    {
        var above = centre - columns;
        var below = centre + columns;
        var end = columns - 1;
        var j = 1;
        if (Vector512.IsHardwareAccelerated)
        {
            var quarter = Vector512.Create(0.25);
            for (; j + 8 <= end; j += 8)
                (quarter * ((Vector512.Load(above + j) + Vector512.Load(below + j)) + (Vector512.Load(centre + j - 1) + Vector512.Load(centre + j + 1)))).Store(to + j);
        }
        else
        {
            var quarter = Vector256.Create(0.25);
            for (; j + 4 <= end; j += 4)
                (quarter * ((Vector256.Load(above + j) + Vector256.Load(below + j)) + (Vector256.Load(centre + j - 1) + Vector256.Load(centre + j + 1)))).Store(to + j);
        }
        for (; j < end; j++) to[j] = 0.25 * ((above[j] + below[j]) + (centre[j - 1] + centre[j + 1]));
    }
}
