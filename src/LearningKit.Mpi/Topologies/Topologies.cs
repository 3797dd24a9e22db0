using static LearningKit.Mpi.MpiConstants;

namespace LearningKit.Mpi;

/// <summary>Grids and graphs of ranks (MPI 4.1, 8).</summary>
public static class Topologies
{
    extension(ICommunicator comm)
    {
        /// <summary>Arranges ranks in a grid.</summary>
        /// <param name="dims">How many ranks in each dimension; see <see cref="CartesianTopology.DimsFor"/>.</param>
        /// <param name="periods">For each dimension, whether it is a ring; empty for none.</param>
        /// <param name="reorder">True if ranks may be numbered anew.</param>
        /// <returns>The grid; null for the ranks that it leaves over.</returns>
        /// <example>
        /// <code>
        /// using var grid = comm.CreateCart(CartesianTopology.DimsFor(comm.Size, 2))!;
        /// var (above, below) = grid.Shift(dimension: 0, displacement: 1);
        /// </code>
        /// </example>
        /// <exception cref="MpiException">The grid has more places than the communicator ranks.</exception>
        public ICommunicator? CreateCart(ReadOnlySpan<int> dims, ReadOnlySpan<bool> periods = default, bool reorder = false)
        {
            var grid = new CartesianTopology(dims, periods);
            return grid.Count <= comm.Size
                ? comm.Arrange(grid, reorder)
                : throw new MpiException(MpiErrorClass.Dims, $"The grid has {grid.Count} places, the communicator {comm.Size} ranks.");
        }

        /// <summary>Arranges ranks in a graph, of which each names its own edges.</summary>
        /// <param name="sources">From whom this rank receives.</param>
        /// <param name="destinations">To whom it sends.</param>
        /// <param name="reorder">True if ranks may be numbered anew.</param>
        public ICommunicator CreateGraph(IReadOnlyList<int> sources, IReadOnlyList<int> destinations, bool reorder = false) =>
            comm.Arrange(new GraphTopology(sources, destinations), reorder)!;

        /// <summary>The grid that the ranks are arranged in.</summary>
        /// <exception cref="MpiException">They are not.</exception>
        public CartesianTopology Grid => comm.Topology as CartesianTopology
            ?? throw new MpiException(MpiErrorClass.Topology, "The ranks are not arranged in a grid: make a communicator that is by CreateCart.");

        /// <summary>Where this rank is in its grid.</summary>
        public int[] Coords => comm.Grid.Coords(comm.Rank);

        /// <summary>This rank's partners when all send the same way; <see cref="ProcNull"/> beyond an edge.</summary>
        /// <param name="dimension">Along which dimension.</param>
        /// <param name="displacement">How far, and which way.</param>
        public (int Source, int Dest) Shift(int dimension, int displacement = 1) => comm.Grid.Shift(comm.Rank, dimension, displacement);

        /// <summary>Cuts a grid into grids of fewer dimensions: its rows, its columns, its planes.</summary>
        /// <param name="keep">For each dimension, whether it remains.</param>
        /// <returns>The one that this rank is in.</returns>
        public ICommunicator Sub(params ReadOnlySpan<bool> keep)
        {
            var grid = comm.Grid;
            if (keep.Length != grid.Dims.Length)
                throw new MpiException(MpiErrorClass.Dims, $"The grid has {grid.Dims.Length} dimensions; say for each whether it remains, not for {keep.Length}.");
            var coords = comm.Coords;
            var (color, key, dims, periods) = (0, 0, new List<int>(), new List<bool>());
            for (var dimension = 0; dimension < keep.Length; dimension++)
            {
                if (keep[dimension])
                {
                    key = key * grid.Dims[dimension] + coords[dimension];
                    dims.Add(grid.Dims[dimension]);
                    periods.Add(grid.Periods[dimension]);
                }
                else color = color * grid.Dims[dimension] + coords[dimension];
            }
            using var part = comm.SplitBy(color, key)!;
            return part.Arrange(new CartesianTopology([.. dims], [.. periods]), reorder: false)!;
        }
    }
}
