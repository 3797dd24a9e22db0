namespace LearningKit.Mpi;

/// <summary>A graph as one rank sees it: from whom it receives, to whom it sends (MPI_Dist_graph_create_adjacent).</summary>
/// <param name="sources">From whom; a rank may appear several times.</param>
/// <param name="destinations">To whom.</param>
/// <param name="sourceWeights">How much comes over each edge, a hint for numbering anew; empty if not known.</param>
/// <param name="destinationWeights">How much goes.</param>
public sealed class GraphTopology(
    IReadOnlyList<int> sources, IReadOnlyList<int> destinations, IReadOnlyList<int>? sourceWeights = null, IReadOnlyList<int>? destinationWeights = null)
    : Topology
{
    /// <summary>From whom this rank receives.</summary>
    public IReadOnlyList<int> SourceRanks { get; } = [.. sources];

    /// <summary>To whom it sends.</summary>
    public IReadOnlyList<int> DestinationRanks { get; } = [.. destinations];

    /// <summary>How much comes over each edge, or null.</summary>
    public IReadOnlyList<int>? SourceWeights { get; } = Checked(sourceWeights, sources);

    /// <summary>How much goes over each edge, or null.</summary>
    public IReadOnlyList<int>? DestinationWeights { get; } = Checked(destinationWeights, destinations);

    /// <summary>From whom this rank receives: a graph knows only its own rank's edges.</summary>
    public override IReadOnlyList<int> Sources(int rank) => SourceRanks;

    /// <summary>To whom this rank sends.</summary>
    public override IReadOnlyList<int> Destinations(int rank) => DestinationRanks;

    static int[]? Checked(IReadOnlyList<int>? weights, IReadOnlyList<int> ranks) => weights is null ? null
        : weights.Count == ranks.Count ? [.. weights]
        : throw new MpiException(MpiErrorClass.Arg, $"There are {ranks.Count} edges and {weights.Count} weights.");
}
