using System.Runtime.InteropServices;

namespace LearningKit.Mpi.Native;

// The collectives: each description of a call to the function that carries it out.
sealed unsafe partial class NativeCommunicator
{
    static readonly void* nowhere = NativeMemory.AllocZeroed(16);

    public void Run(in CollectiveCall call)
    {
        fixed (int* sendCounts = call.SendParts.Counts, sendPlaces = call.SendParts.Displacements)
        fixed (int* counts = call.ReceiveParts.Counts, places = call.ReceiveParts.Displacements)
        {
            var (send, receive, root) = (call.Send, call.Receive, abi.Rank(call.Root));
            void* from = call.InPlace && call.Kind != CollectiveKind.Scatter ? abi.InPlace : Address(send);
            void* to = call.InPlace && call.Kind == CollectiveKind.Scatter ? abi.InPlace : Address(receive);
            nint sent = Handles.Of(send.Type), received = Handles.Of(receive.Type);
            var op = call.Op is null ? 0 : Handles.Of(call.Op);
            // A reduction has one count and type: those of the buffer that this rank has.
            var (items, type) = call.InPlace ? (receive.Count, received) : (send.Count, sent);
            var code = call.Kind switch
            {
                CollectiveKind.Barrier => Libmpi.MPI_Barrier(handle),
                CollectiveKind.Bcast => Libmpi.MPI_Bcast(Address(send), send.Count, sent, root, handle),
                CollectiveKind.Scatter => Libmpi.MPI_Scatter(from, send.Count, sent, to, receive.Count, received, root, handle),
                CollectiveKind.Scatterv => Libmpi.MPI_Scatterv(from, sendCounts, sendPlaces, sent, to, receive.Count, received, root, handle),
                CollectiveKind.Gather => Libmpi.MPI_Gather(from, send.Count, sent, to, receive.Count, received, root, handle),
                CollectiveKind.Gatherv => Libmpi.MPI_Gatherv(from, send.Count, sent, to, counts, places, received, root, handle),
                CollectiveKind.Allgather => Libmpi.MPI_Allgather(from, send.Count, sent, to, receive.Count, received, handle),
                CollectiveKind.Allgatherv => Libmpi.MPI_Allgatherv(from, send.Count, sent, to, counts, places, received, handle),
                CollectiveKind.Alltoall => Libmpi.MPI_Alltoall(from, send.Count, sent, to, receive.Count, received, handle),
                CollectiveKind.Alltoallv => Libmpi.MPI_Alltoallv(from, sendCounts, sendPlaces, sent, to, counts, places, received, handle),
                CollectiveKind.Reduce => Libmpi.MPI_Reduce(from, to, items, type, op, root, handle),
                CollectiveKind.Allreduce => Libmpi.MPI_Allreduce(from, to, items, type, op, handle),
                CollectiveKind.ReduceScatterBlock => Libmpi.MPI_Reduce_scatter_block(from, to, items, type, op, handle),
                CollectiveKind.ReduceScatter => Libmpi.MPI_Reduce_scatter(from, to, counts, type, op, handle),
                CollectiveKind.Scan => Libmpi.MPI_Scan(from, to, items, type, op, handle),
                CollectiveKind.Exscan => Libmpi.MPI_Exscan(from, to, items, type, op, handle),
                CollectiveKind.NeighborAllgather => Libmpi.MPI_Neighbor_allgather(from, send.Count, sent, to, receive.Count, received, handle),
                CollectiveKind.NeighborAllgatherv => Libmpi.MPI_Neighbor_allgatherv(from, send.Count, sent, to, counts, places, received, handle),
                CollectiveKind.NeighborAlltoall => Libmpi.MPI_Neighbor_alltoall(from, send.Count, sent, to, receive.Count, received, handle),
                CollectiveKind.NeighborAlltoallv => Libmpi.MPI_Neighbor_alltoallv(from, sendCounts, sendPlaces, sent, to, counts, places, received, handle),
                _ => throw new MpiException(MpiErrorClass.Arg, $"There is no collective {call.Kind}."),
            };
            if (code != 0) Result.Check(code, $"{call.Kind} over '{name}', root {call.Root},");
        }
    }

    public Request Start(in CollectiveCall call)
    {
        var parts = CopyParts(call);
        int* sendCounts = parts, sendPlaces = sendCounts + call.SendParts.Counts.Length;
        int* counts = sendPlaces + call.SendParts.Counts.Length, places = counts + call.ReceiveParts.Counts.Length;
        var (send, receive, root) = (call.Send, call.Receive, abi.Rank(call.Root));
        void* from = call.InPlace && call.Kind != CollectiveKind.Scatter ? abi.InPlace : Address(send);
        void* to = call.InPlace && call.Kind == CollectiveKind.Scatter ? abi.InPlace : Address(receive);
        nint sent = Handles.Of(send.Type), received = Handles.Of(receive.Type);
        var op = call.Op is null ? 0 : Handles.Of(call.Op);
        var (items, type) = call.InPlace ? (receive.Count, received) : (send.Count, sent);
        nint request = 0;
        var code = call.Kind switch
        {
            CollectiveKind.Barrier => Libmpi.MPI_Ibarrier(handle, &request),
            CollectiveKind.Bcast => Libmpi.MPI_Ibcast(Address(send), send.Count, sent, root, handle, &request),
            CollectiveKind.Scatter => Libmpi.MPI_Iscatter(from, send.Count, sent, to, receive.Count, received, root, handle, &request),
            CollectiveKind.Scatterv => Libmpi.MPI_Iscatterv(from, sendCounts, sendPlaces, sent, to, receive.Count, received, root, handle, &request),
            CollectiveKind.Gather => Libmpi.MPI_Igather(from, send.Count, sent, to, receive.Count, received, root, handle, &request),
            CollectiveKind.Gatherv => Libmpi.MPI_Igatherv(from, send.Count, sent, to, counts, places, received, root, handle, &request),
            CollectiveKind.Allgather => Libmpi.MPI_Iallgather(from, send.Count, sent, to, receive.Count, received, handle, &request),
            CollectiveKind.Allgatherv => Libmpi.MPI_Iallgatherv(from, send.Count, sent, to, counts, places, received, handle, &request),
            CollectiveKind.Alltoall => Libmpi.MPI_Ialltoall(from, send.Count, sent, to, receive.Count, received, handle, &request),
            CollectiveKind.Alltoallv => Libmpi.MPI_Ialltoallv(from, sendCounts, sendPlaces, sent, to, counts, places, received, handle, &request),
            CollectiveKind.Reduce => Libmpi.MPI_Ireduce(from, to, items, type, op, root, handle, &request),
            CollectiveKind.Allreduce => Libmpi.MPI_Iallreduce(from, to, items, type, op, handle, &request),
            CollectiveKind.ReduceScatterBlock => Libmpi.MPI_Ireduce_scatter_block(from, to, items, type, op, handle, &request),
            CollectiveKind.ReduceScatter => Libmpi.MPI_Ireduce_scatter(from, to, counts, type, op, handle, &request),
            CollectiveKind.Scan => Libmpi.MPI_Iscan(from, to, items, type, op, handle, &request),
            CollectiveKind.Exscan => Libmpi.MPI_Iexscan(from, to, items, type, op, handle, &request),
            CollectiveKind.NeighborAllgather => Libmpi.MPI_Ineighbor_allgather(from, send.Count, sent, to, receive.Count, received, handle, &request),
            CollectiveKind.NeighborAllgatherv => Libmpi.MPI_Ineighbor_allgatherv(from, send.Count, sent, to, counts, places, received, handle, &request),
            CollectiveKind.NeighborAlltoall => Libmpi.MPI_Ineighbor_alltoall(from, send.Count, sent, to, receive.Count, received, handle, &request),
            CollectiveKind.NeighborAlltoallv => Libmpi.MPI_Ineighbor_alltoallv(from, sendCounts, sendPlaces, sent, to, counts, places, received, handle, &request),
            _ => throw new MpiException(MpiErrorClass.Arg, $"There is no collective {call.Kind}."),
        };
        if (code != 0) NativeMemory.Free(parts);
        if (code != 0) Result.Check(code, $"I{call.Kind} over '{name}', root {call.Root},");
        return new NativeRequest(request, this, receive, parts);
    }

    // MPICH refuses the address 0 also where nothing is read or written: for a rank without neighbours.
    static void* Address(MessageBuffer data) => data.Address == 0 ? nowhere : data.Pointer;

    // The library reads the parts until the operation is complete; the caller's may be gone by then.
    static int* CopyParts(in CollectiveCall call)
    {
        var (send, receive) = (call.SendParts.Counts.Length, call.ReceiveParts.Counts.Length);
        if (send + receive == 0) return null;
        var copy = (int*)NativeMemory.Alloc((nuint)(2 * (send + receive)), sizeof(int));
        call.SendParts.Counts.CopyTo(new(copy, send));
        call.SendParts.Displacements.CopyTo(new(copy + send, send));
        call.ReceiveParts.Counts.CopyTo(new(copy + 2 * send, receive));
        call.ReceiveParts.Displacements.CopyTo(new(copy + 2 * send + receive, receive));
        return copy;
    }
}
