using System.ComponentModel;

namespace LearningKit.Mpi;

/// <summary>
/// What a transport supplies for a communicator: messages as untyped buffers. Programs call the typed forms, see
/// <see cref="ICommunicator"/>; the README in this folder is the contract.
/// </summary>
/// <remarks>
/// A bad argument (rank, tag, root, count, operation) throws an <see cref="MpiException"/> of the standard's class before anything is
/// sent. Memory is pinned by the caller: for the time of the call in blocking forms, until the request is complete in the others.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITransport
{
    /// <summary>Sends a message.</summary>
    void Send(MessageBuffer data, int dest, int tag, SendMode mode);

    /// <summary>Receives a message; from <see cref="MpiConstants.ProcNull"/> at once, an empty one with AnyTag.</summary>
    Status Receive(MessageBuffer data, int source, int tag);

    /// <summary>Sends and receives at the same time.</summary>
    Status SendReceive(MessageBuffer send, int dest, int sendTag, MessageBuffer receive, int source, int receiveTag);

    /// <summary>Starts to send.</summary>
    Request StartSend(MessageBuffer data, int dest, int tag, SendMode mode);

    /// <summary>Starts to receive.</summary>
    Request StartReceive(MessageBuffer data, int source, int tag);

    /// <summary>Prepares a send that is started many times.</summary>
    PersistentRequest PrepareSend(MessageBuffer data, int dest, int tag, SendMode mode);

    /// <summary>Prepares a receive that is started many times.</summary>
    PersistentRequest PrepareReceive(MessageBuffer data, int source, int tag);

    /// <summary>Looks at the next message that matches, and leaves it where it is.</summary>
    /// <param name="source">Its sender, or AnySource.</param>
    /// <param name="tag">Its tag, or AnyTag.</param>
    /// <param name="wait">True to wait for one; false to return null if there is none.</param>
    Status? Probe(int source, int tag, bool wait);

    /// <summary>Takes the next message that matches out of the queue: nobody else can receive it.</summary>
    /// <param name="source">Its sender, or AnySource.</param>
    /// <param name="tag">Its tag, or AnyTag.</param>
    /// <param name="wait">True to wait for one; false to return null if there is none.</param>
    Message? Match(int source, int tag, bool wait);

    /// <summary>Takes part in a collective.</summary>
    void Run(in CollectiveCall call);

    /// <summary>Starts to take part in a collective. The parts of a v-form are copied; the buffers stay the caller's.</summary>
    Request Start(in CollectiveCall call);

    /// <summary>A communicator of the same ranks and topology, whose messages never meet those of this one.</summary>
    ICommunicator Duplicate();

    /// <summary>Communicators of the ranks that pass the same colour, ordered by key, then rank; null for Undefined.</summary>
    ICommunicator? SplitBy(int color, int key);

    /// <summary>Communicators of the ranks that share something, ordered by key, then rank.</summary>
    ICommunicator SplitBy(SplitType type, int key);

    /// <summary>A communicator with a topology, of this one's first ranks; null for the ranks that it leaves over.</summary>
    /// <param name="topology">This rank's view of it.</param>
    /// <param name="reorder">True if ranks may be numbered anew, so that neighbours are near each other in the machine.</param>
    ICommunicator? Arrange(Topology topology, bool reorder);

    /// <summary>Joins this communicator with another one to an intercommunicator.</summary>
    /// <param name="leader">The rank in this communicator that knows the other side.</param>
    /// <param name="peer">A communicator that both leaders are in; used by the leader only.</param>
    /// <param name="remoteLeader">The other leader's rank in it.</param>
    /// <param name="tag">For the leaders' messages over it.</param>
    ICommunicator Join(int leader, ICommunicator peer, int remoteLeader, int tag);

    /// <summary>One communicator of both groups of an intercommunicator.</summary>
    /// <param name="high">True if this group's ranks come after the other's.</param>
    ICommunicator Merge(bool high);
}
