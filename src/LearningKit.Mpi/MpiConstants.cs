namespace LearningKit.Mpi;

/// <summary>The ranks and tags with a meaning of their own. A transport translates them to its library's numbers.</summary>
/// <example><code>using static LearningKit.Mpi.MpiConstants;</code></example>
public static class MpiConstants
{
    /// <summary>Receive from whoever sends first.</summary>
    public const int AnySource = -1;

    /// <summary>Receive a message of whatever tag.</summary>
    public const int AnyTag = -1;

    /// <summary>
    /// Nobody: a message to it is gone, one from it is empty, both at once. The neighbour beyond an edge of a grid, so that the
    /// loop over neighbours needs no case for the edge.
    /// </summary>
    public const int ProcNull = -2;

    /// <summary>A colour that joins no group in <see cref="Communicators.Split"/>; a rank that is not in a group.</summary>
    public const int Undefined = -3;

    /// <summary>
    /// In a rooted collective over an intercommunicator: the root itself passes this as the root, the others of its group pass
    /// <see cref="ProcNull"/>, and the remote group passes the root's rank.
    /// </summary>
    public const int Root = -4;

    /// <summary>The largest tag that every transport takes (the standard's guarantee).</summary>
    public const int MaxTag = 32767;
}
