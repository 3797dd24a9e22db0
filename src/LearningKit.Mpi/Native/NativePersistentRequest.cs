namespace LearningKit.Mpi.Native;

/// <summary>A request of the library's that can be started again.</summary>
sealed unsafe class NativePersistentRequest(nint handle, NativeCommunicator comm, MessageBuffer data) : PersistentRequest
{
    nint handle = handle;
    void* owned = null;

    protected override Status WaitCore() => NativeRequests.Wait(ref handle, comm, data, ref owned);

    protected override bool TestCore(out Status status) => NativeRequests.Test(ref handle, comm, data, ref owned, out status);

    protected override void CancelCore() => NativeRequests.Cancel(ref handle);

    protected override void StartCore()
    {
        fixed (nint* request = &handle) Result.Check(Libmpi.MPI_Start(request), nameof(Start));
    }

    protected override void FreeCore()
    {
        fixed (nint* request = &handle) Result.Check(Libmpi.MPI_Request_free(request), nameof(Dispose));
    }
}
