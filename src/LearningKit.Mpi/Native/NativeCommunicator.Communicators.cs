namespace LearningKit.Mpi.Native;

// Communicators made from this one.
sealed unsafe partial class NativeCommunicator
{
    public ICommunicator Duplicate()
    {
        nint made = 0;
        Result.Check(Libmpi.MPI_Comm_dup(handle, &made), "Dup");
        return new NativeCommunicator(environment, made, $"copy of {name}", Topology);
    }

    public ICommunicator? SplitBy(int color, int key)
    {
        nint made = 0;
        Result.Check(Libmpi.MPI_Comm_split(handle, color == MpiConstants.Undefined ? abi.Undefined : color, key, &made), "Split");
        return Made(made, $"part {color} of {name}", null);
    }

    public ICommunicator SplitBy(SplitType type, int key)
    {
        nint made = 0;
        Result.Check(Libmpi.MPI_Comm_split_type(handle, abi.CommTypeShared, key, abi.InfoNull, &made), "SplitType");
        return Made(made, $"one machine of {name}", null)!;
    }

    public ICommunicator? Arrange(Topology topology, bool reorder) => topology switch
    {
        CartesianTopology grid => ArrangeGrid(grid, reorder),
        GraphTopology graph => ArrangeGraph(graph, reorder),
        _ => throw new MpiException(MpiErrorClass.Topology, $"There is no such topology: {topology}."),
    };

    public ICommunicator Join(int leader, ICommunicator peer, int remoteLeader, int tag)
    {
        nint made = 0;
        Result.Check(Libmpi.MPI_Intercomm_create(handle, leader, ((NativeCommunicator)peer).handle, remoteLeader, tag, &made), "CreateIntercomm");
        return Made(made, $"{name} and another group", null)!;
    }

    public ICommunicator Merge(bool high)
    {
        nint made = 0;
        Result.Check(Libmpi.MPI_Intercomm_merge(handle, high ? 1 : 0, &made));
        return Made(made, $"both groups of {name}", null)!;
    }

    public WindowTransport CreateWindow(long bytes, int unit, bool shared) => new NativeWindow(this, bytes, unit, shared);

    public FileTransport OpenFile(string path, MpiFileMode mode) => new NativeFile(this, path, mode);

    NativeCommunicator? ArrangeGrid(CartesianTopology grid, bool reorder)
    {
        nint made = 0;
        var periods = new int[grid.Periods.Length + 1];
        for (var i = 0; i < grid.Periods.Length; i++) periods[i] = grid.Periods[i] ? 1 : 0;
        int[] dims = [.. grid.Dims, 0];
        fixed (int* lengths = dims, rings = periods)
            Result.Check(Libmpi.MPI_Cart_create(handle, grid.Dims.Length, lengths, rings, reorder ? 1 : 0, &made), "CreateCart");
        return Made(made, $"grid of {name}", grid);
    }

    NativeCommunicator ArrangeGraph(GraphTopology graph, bool reorder)
    {
        nint made = 0;
        var (sources, destinations) = (Padded(graph.SourceRanks), Padded(graph.DestinationRanks));
        var sourceWeights = graph.SourceWeights is { } given ? Padded(given) : Ones(sources.Length);
        var destinationWeights = graph.DestinationWeights is { } weights ? Padded(weights) : Ones(destinations.Length);
        fixed (int* from = sources, fromWeights = sourceWeights, to = destinations, toWeights = destinationWeights)
        {
            Result.Check(Libmpi.MPI_Dist_graph_create_adjacent(
                handle, graph.SourceRanks.Count, from, fromWeights, graph.DestinationRanks.Count, to, toWeights, abi.InfoNull, reorder ? 1 : 0, &made), "CreateGraph");
        }
        return Made(made, $"graph of {name}", graph)!;

        // One more than there are: the library wants an address also for none.
        static int[] Padded(IReadOnlyList<int> numbers) => [.. numbers, 0];

        static int[] Ones(int length)
        {
            var ones = new int[length];
            Array.Fill(ones, 1);
            return ones;
        }
    }

    NativeCommunicator? Made(nint made, string called, Topology? topology) => From(environment, made, called, topology);

    /// <summary>What the library made; null if it made none for this rank.</summary>
    internal static NativeCommunicator? From(NativeMpi environment, nint made, string called, Topology? topology = null)
    {
        if (abi.HandleSize == 4) made = (int)made;
        return made == abi.CommNull ? null : new(environment, made, called, topology);
    }
}
