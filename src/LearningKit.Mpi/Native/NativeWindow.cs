namespace LearningKit.Mpi.Native;

/// <summary>A window of the library's.</summary>
sealed unsafe class NativeWindow : WindowTransport
{
    static readonly MpiAbi abi = MpiLibrary.Abi;

    readonly NativeCommunicator comm;
    readonly bool shared;
    readonly nint address;
    readonly long[] bytes;
    nint handle;
    bool disposed;

    internal NativeWindow(NativeCommunicator comm, long bytes, int unit, bool shared)
    {
        (this.comm, this.shared) = (comm, shared);
        this.bytes = comm.Allgather(bytes);
        nint made = 0;
        void* memory;
        // MPICH 4.0 reaches for the wrong place if a rank's memory has not a multiple of 16 bytes.
        bytes = (bytes + 63) / 64 * 64;
        Result.Check(shared
            ? Libmpi.MPI_Win_allocate_shared((nint)bytes, unit, abi.InfoNull, comm.Handle, &memory, &made)
            : Libmpi.MPI_Win_allocate((nint)bytes, unit, abi.InfoNull, comm.Handle, &memory, &made), "Making a window");
        (handle, address) = (made, (nint)memory);
        Result.Check(Libmpi.MPI_Win_set_errhandler(handle, abi.ErrorsReturn));
    }

    public override (nint Address, long Bytes) Segment(int rank)
    {
        if (rank == comm.Rank) return (address, bytes[rank]);
        if (!shared) throw new MpiException(MpiErrorClass.RmaFlavor, "The window is not shared: another rank's memory is reached by Put and Get, or make it by CreateSharedWindow.");
        nint size;
        int unit;
        void* memory;
        Result.Check(Libmpi.MPI_Win_shared_query(handle, rank, &size, &unit, &memory), "Shared");
        return ((nint)memory, bytes[rank]);
    }

    public override void Put(MessageBuffer data, int target, long offset)
    {
        var type = Handles.Of(data.Type);
        Result.Check(Libmpi.MPI_Put(data.Pointer, data.Count, type, abi.Rank(target), (nint)offset, data.Count, type, handle), comm, data, target, 0);
    }

    public override void Get(MessageBuffer data, int target, long offset)
    {
        var type = Handles.Of(data.Type);
        Result.Check(Libmpi.MPI_Get(data.Pointer, data.Count, type, abi.Rank(target), (nint)offset, data.Count, type, handle), comm, data, target, 0);
    }

    public override void Accumulate(MessageBuffer data, int target, long offset, Op op)
    {
        var type = Handles.Of(data.Type);
        Result.Check(Libmpi.MPI_Accumulate(data.Pointer, data.Count, type, abi.Rank(target), (nint)offset, data.Count, type, Handles.Of(op), handle), comm, data, target, 0);
    }

    public override void GetAccumulate(MessageBuffer data, MessageBuffer before, int target, long offset, Op op)
    {
        nint type = Handles.Of(data.Type), how = Handles.Of(op);
        var code = data.Count == 1
            ? Libmpi.MPI_Fetch_and_op(data.Pointer, before.Pointer, type, abi.Rank(target), (nint)offset, how, handle)
            : Libmpi.MPI_Get_accumulate(
                data.Pointer, data.Count, type, before.Pointer, before.Count, type, abi.Rank(target), (nint)offset, data.Count, type, how, handle);
        Result.Check(code, comm, data, target, 0);
    }

    public override void CompareAndSwap(MessageBuffer value, MessageBuffer expected, MessageBuffer before, int target, long offset) =>
        Result.Check(
            Libmpi.MPI_Compare_and_swap(value.Pointer, expected.Pointer, before.Pointer, Handles.Of(value.Type), abi.Rank(target), (nint)offset, handle),
            comm, value, target, 0);

    public override void Fence() => Result.Check(Libmpi.MPI_Win_fence(0, handle));

    public override void Lock(LockType type, int target) =>
        Result.Check(Libmpi.MPI_Win_lock(type == LockType.Exclusive ? abi.LockExclusive : abi.LockShared, target, 0, handle), comm, MessageBuffer.None, target, 0);

    public override void Unlock(int target) => Result.Check(Libmpi.MPI_Win_unlock(target, handle), comm, MessageBuffer.None, target, 0);

    public override void LockAll() => Result.Check(Libmpi.MPI_Win_lock_all(0, handle));

    public override void UnlockAll() => Result.Check(Libmpi.MPI_Win_unlock_all(handle));

    public override void Flush(int target) => Result.Check(Libmpi.MPI_Win_flush(target, handle), comm, MessageBuffer.None, target, 0);

    public override void Sync() => Result.Check(Libmpi.MPI_Win_sync(handle));

    public override void Post(ReadOnlySpan<int> origins)
    {
        var group = GroupOf(origins);
        Result.Check(Libmpi.MPI_Win_post(group, 0, handle));
        Result.Check(Libmpi.MPI_Group_free(&group));
    }

    public override void Start(ReadOnlySpan<int> targets)
    {
        var group = GroupOf(targets);
        Result.Check(Libmpi.MPI_Win_start(group, 0, handle));
        Result.Check(Libmpi.MPI_Group_free(&group));
    }

    public override void Complete() => Result.Check(Libmpi.MPI_Win_complete(handle));

    public override void Wait() => Result.Check(Libmpi.MPI_Win_wait(handle));

    public override void Dispose()
    {
        if (disposed) return;
        disposed = true;
        var freed = handle;
        Result.Check(Libmpi.MPI_Win_free(&freed), "Freeing a window");
    }

    nint GroupOf(ReadOnlySpan<int> ranks)
    {
        nint all = 0, some = 0;
        Result.Check(Libmpi.MPI_Comm_group(comm.Handle, &all));
        fixed (int* members = ranks) Result.Check(Libmpi.MPI_Group_incl(all, ranks.Length, members, &some));
        Result.Check(Libmpi.MPI_Group_free(&all));
        return some;
    }
}
