using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>A grid of any number of dimensions. Ranks go row by row: the last coordinate changes first.</summary>
public sealed class CartesianTopology : Topology
{
    readonly int[] dims;
    readonly bool[] periods;

    /// <summary>Makes a grid.</summary>
    /// <param name="dims">How many ranks in each dimension.</param>
    /// <param name="periods">For each dimension, whether the last is the first's neighbour; empty for none.</param>
    /// <exception cref="MpiException">A dimension is below 1, or the lists differ in length.</exception>
    public CartesianTopology(ReadOnlySpan<int> dims, ReadOnlySpan<bool> periods = default)
    {
        this.dims = dims.ToArray();
        this.periods = periods.IsEmpty ? new bool[dims.Length] : periods.ToArray();
        if (this.dims.Any(length => length < 1) || this.periods.Length != this.dims.Length)
            throw new MpiException(MpiErrorClass.Dims, $"A grid needs dimensions of 1 or more, and a period for each; these are {this.dims.Length} dimensions ({string.Join(" x ", this.dims)}) and {this.periods.Length} periods.");
        Count = this.dims.Aggregate(1, (product, length) => checked(product * length));
    }

    /// <summary>How many ranks in each dimension.</summary>
    public ReadOnlySpan<int> Dims => dims;

    /// <summary>For each dimension, whether it is a ring.</summary>
    public ReadOnlySpan<bool> Periods => periods;

    /// <summary>How many ranks the grid has.</summary>
    public int Count { get; }

    /// <summary>Where a rank is.</summary>
    public int[] Coords(int rank)
    {
        if ((uint)rank >= (uint)Count) throw new MpiException(MpiErrorClass.Rank, $"The grid has {Count} ranks; there is no {rank}.");
        var coords = new int[dims.Length];
        for (var dimension = dims.Length - 1; dimension >= 0; dimension--) (rank, coords[dimension]) = Math.DivRem(rank, dims[dimension]);
        return coords;
    }

    /// <summary>Who is at a place. In a ring coordinates go round; beyond an edge there is nobody: <see cref="ProcNull"/>.</summary>
    public int RankAt(params ReadOnlySpan<int> coords)
    {
        if (coords.Length != dims.Length) throw new MpiException(MpiErrorClass.Dims, $"The grid has {dims.Length} dimensions; these are {coords.Length} coordinates.");
        var rank = 0;
        for (var dimension = 0; dimension < dims.Length; dimension++)
        {
            var at = coords[dimension];
            if (periods[dimension]) at = (at % dims[dimension] + dims[dimension]) % dims[dimension];
            if ((uint)at >= (uint)dims[dimension]) return ProcNull;
            rank = rank * dims[dimension] + at;
        }
        return rank;
    }

    /// <summary>The partners of a rank when all ranks send the same way.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="dimension">Along which dimension.</param>
    /// <param name="displacement">How far, and which way.</param>
    /// <returns>From whom it receives, to whom it sends.</returns>
    public (int Source, int Dest) Shift(int rank, int dimension, int displacement)
    {
        if ((uint)dimension >= (uint)dims.Length) throw new MpiException(MpiErrorClass.Dims, $"The grid has {dims.Length} dimensions, numbered from 0; there is no {dimension}.");
        var coords = Coords(rank);
        var here = coords[dimension];
        coords[dimension] = here - displacement;
        var source = RankAt(coords);
        coords[dimension] = here + displacement;
        return (source, RankAt(coords));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Sources(int rank)
    {
        var neighbors = new int[2 * dims.Length];
        for (var dimension = 0; dimension < dims.Length; dimension++)
            (neighbors[2 * dimension], neighbors[2 * dimension + 1]) = Shift(rank, dimension, 1);
        return neighbors;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Destinations(int rank) => Sources(rank);

    /// <summary>Divides ranks into a grid that is as near to a cube as can be, the longest dimension first.</summary>
    /// <param name="ranks">How many ranks.</param>
    /// <param name="dimensions">Of how many dimensions.</param>
    public static int[] DimsFor(int ranks, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        int[]? best = null;
        Divide(ranks, dimensions, ranks, []);
        return best!;

        // All ways to write the number as factors that do not grow: the one whose longest side is shortest, then whose next is, ….
        void Divide(int rest, int left, int atMost, int[] chosen)
        {
            if (left == 1)
            {
                int[] whole = [.. chosen, rest];
                if (rest <= atMost && (best is null || whole.AsSpan().SequenceCompareTo(best) < 0)) best = whole;
                return;
            }
            for (var factor = 1; factor <= Math.Min(rest, atMost); factor++)
            {
                if (rest % factor == 0) Divide(rest / factor, left - 1, factor, [.. chosen, factor]);
            }
        }
    }
}
