namespace LearningKit.Workloads;

/// <summary>
/// Heat that spreads over a square plate whose edge is held at 0 degrees, by Jacobi sweeps: with each step of time every
/// inner cell becomes the mean of its four neighbours.
/// </summary>
/// <param name="Size">Cells a side, the edge included: up to 46,000.</param>
/// <param name="Steps">Steps of time.</param>
/// <param name="Seed">Chooses the waves that make up the plate at the start.</param>
/// <remarks>
/// <b>How a problem whose parts talk is divided.</b> A cell after T steps depends on cells up to T away, and on no other. So a
/// part is a block of rows, and it is executed with T more rows above and below it (a ghost zone, or halo): computing those
/// again costs up to 2 T rows of work for each part, and buys that no part waits for another. Worth it while blocks are much
/// taller than T; the other way, exchanging one row after each step, needs workers that talk.
/// <para>The true answer is known: the plate starts as a sum of sine waves, and each of them only shrinks
/// (<see cref="HeatWave.Decay"/>), so <see cref="Exact"/> needs no sweep.</para>
/// </remarks>
public sealed record Heat(int Size, int Steps, int Seed) : IWorkload<IndexRange, double[], double[]>
{
    /// <summary>The waves of the plate at the start: three, none of them shorter than a sixth of the plate.</summary>
    public IReadOnlyList<HeatWave> Waves => HeatWave.Choose(3, Seed);

    /// <summary>By temporal blocking on one thread.</summary>
    public double[] Solve() => Rows(new(0, Size));

    /// <summary>Blocks of rows, the edge rows included.</summary>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Size, parts);

    /// <summary>The rows of the last step that the part names, computed with a ghost zone as tall as there are steps.</summary>
    public double[] Execute(IndexRange part) => Rows(part);

    /// <summary>Puts the blocks of rows below each other.</summary>
    public double[] Gather(IEnumerable<double[]> partials)
    {
        var answer = GC.AllocateUninitializedArray<double>(checked(Size * Size));
        var rest = answer.AsSpan();
        foreach (var rows in partials)
        {
            rows.CopyTo(rest);
            rest = rest[rows.Length..];
        }
        return answer;
    }

    /// <summary>Two answers agree when they are equal to the last bit: every cell is the same sum in the same order.</summary>
    public bool Agrees(double[] answer, double[] expected) => answer.AsSpan().SequenceEqual(expected);

    /// <summary>The plate at the start, row after row.</summary>
    public double[] Start() => HeatWave.Superpose(Waves, Size, step: 0, firstRow: 0, endRow: Size);

    /// <summary>The plate after the last step by the formula. Sweeps differ from it by rounding: some 1e-16 for each step.</summary>
    public double[] Exact() => HeatWave.Superpose(Waves, Size, Steps, firstRow: 0, endRow: Size);

    double[] Rows(IndexRange wanted)
    {
        var (first, end) = ((int)Math.Max(0, wanted.Start - Steps), (int)Math.Min(Size, wanted.End + Steps));
        var grid = HeatWave.Superpose(Waves, Size, step: 0, first, end);
        // The outermost rows stay as they were, which is wrong inside the plate. That error moves one row a step: it does
        // not reach the rows wanted.
        var last = WavefrontJacobi.Run(grid, GC.AllocateUninitializedArray<double>(grid.Length), end - first, Size, Steps);
        return first == wanted.Start && end == wanted.End ? last : last.AsSpan((int)(wanted.Start - first) * Size, (int)wanted.Count * Size).ToArray();
    }
}
