namespace LearningKit.Mpi;

/// <summary>How the ranks of a communicator are arranged, and so who is whose neighbour (MPI 4.1, 8).</summary>
public abstract class Topology
{
    private protected Topology()
    {
    }

    /// <summary>From whom a rank receives in a neighbourhood collective, in order; <see cref="MpiConstants.ProcNull"/> beyond an edge.</summary>
    public abstract IReadOnlyList<int> Sources(int rank);

    /// <summary>To whom it sends, in order.</summary>
    public abstract IReadOnlyList<int> Destinations(int rank);
}
