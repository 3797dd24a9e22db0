namespace LearningKit.Mpi;

/// <summary>Makes the calls of collectives from whole buffers, and refuses lengths that do not go together.</summary>
static unsafe class Call
{
    internal static MessageBuffer Of<T>(void* address, int count) where T : unmanaged => new((nint)address, count, Datatype.Of<T>());

    internal static CollectiveCall Bcast(MessageBuffer buffer, int root) =>
        new() { Kind = CollectiveKind.Bcast, Send = buffer, Receive = MessageBuffer.None, Root = root };

    internal static CollectiveCall Scatter(ICommunicator comm, MessageBuffer send, MessageBuffer receive, int root)
    {
        var isRoot = IsRoot(comm, root);
        if (isRoot && root != MpiConstants.Root) CheckParts(nameof(send), send.Count, receive.Count, comm.Size);
        return new()
        {
            Kind = CollectiveKind.Scatter,
            Root = root,
            Receive = root == MpiConstants.Root ? MessageBuffer.None : receive,
            Send = !isRoot ? MessageBuffer.None : send with { Count = send.Count / Peers(comm) },
        };
    }

    internal static CollectiveCall Gather(ICommunicator comm, MessageBuffer send, MessageBuffer receive, int root)
    {
        var isRoot = IsRoot(comm, root);
        if (isRoot && root != MpiConstants.Root) CheckParts(nameof(receive), receive.Count, send.Count, comm.Size);
        return new()
        {
            Kind = CollectiveKind.Gather,
            Root = root,
            Send = root == MpiConstants.Root ? MessageBuffer.None : send,
            Receive = !isRoot ? MessageBuffer.None : receive with { Count = receive.Count / Peers(comm) },
        };
    }

    internal static CollectiveCall Allgather(ICommunicator comm, MessageBuffer send, MessageBuffer receive)
    {
        if (!comm.IsInter) CheckParts(nameof(receive), receive.Count, send.Count, comm.Size);
        return new() { Kind = CollectiveKind.Allgather, Send = send, Receive = receive with { Count = receive.Count / Peers(comm) } };
    }

    internal static CollectiveCall Alltoall(ICommunicator comm, MessageBuffer send, MessageBuffer receive)
    {
        var peers = Peers(comm);
        CheckParts(nameof(send), send.Count, send.Count / peers, peers);
        CheckParts(nameof(receive), receive.Count, send.Count / peers, peers);
        return new()
        {
            Kind = CollectiveKind.Alltoall,
            Send = send with { Count = send.Count / peers },
            Receive = receive with { Count = receive.Count / peers },
        };
    }

    internal static CollectiveCall Reduce(ICommunicator comm, MessageBuffer send, MessageBuffer receive, Op op, int root)
    {
        CheckOp(op, send.Type);
        var isRoot = IsRoot(comm, root);
        if (isRoot && root != MpiConstants.Root) CheckSame(send.Count, receive.Count);
        return new()
        {
            Kind = CollectiveKind.Reduce,
            Root = root,
            Op = op,
            Send = root == MpiConstants.Root ? MessageBuffer.None : send,
            Receive = isRoot ? receive : MessageBuffer.None,
        };
    }

    /// <summary>A reduction whose buffers have the same length on all ranks.</summary>
    internal static CollectiveCall Same(CollectiveKind kind, MessageBuffer send, MessageBuffer receive, Op op)
    {
        CheckOp(op, send.Type);
        CheckSame(send.Count, receive.Count);
        return new() { Kind = kind, Op = op, Send = send, Receive = receive };
    }

    internal static CollectiveCall ReduceScatterBlock(ICommunicator comm, MessageBuffer send, MessageBuffer receive, Op op)
    {
        CheckOp(op, send.Type);
        CheckParts(nameof(send), send.Count, receive.Count, comm.Size);
        return new() { Kind = CollectiveKind.ReduceScatterBlock, Op = op, Send = send with { Count = receive.Count }, Receive = receive };
    }

    /// <summary>Whom this rank exchanges with in an all-to-all: the remote group of an intercommunicator, else its own.</summary>
    internal static int Peers(ICommunicator comm) => comm.IsInter ? comm.RemoteSize : comm.Size;

    internal static bool IsRoot(ICommunicator comm, int root) => comm.IsInter ? root == MpiConstants.Root : root == comm.Rank;

    internal static void CheckOp(Op op, Datatype type)
    {
        if (!op.Supports(type))
            throw new MpiException(MpiErrorClass.Op, $"{op} does not work on {type}. Make an operation that does: Op.Create<T>((a, b) => …).");
    }

    internal static void CheckParts(string name, int whole, int part, int parts)
    {
        if (whole != (long)part * parts)
            throw new ArgumentException($"The buffer has {whole} elements; for {parts} parts of {part} it must have {(long)part * parts}. For parts of different length there are the v-forms.", name);
    }

    static void CheckSame(int send, int receive)
    {
        if (send != receive) throw new ArgumentException($"What is sent has {send} elements, the place to receive {receive}: they must be as many.");
    }
}
