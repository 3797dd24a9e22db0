namespace LearningKit.Mpi.Native;

/// <summary>A request of the library's.</summary>
sealed unsafe class NativeRequest(nint handle, NativeCommunicator comm, MessageBuffer data, void* owned = null) : Request
{
    nint handle = handle;

    protected override Status WaitCore() => NativeRequests.Wait(ref handle, comm, data, ref owned);

    protected override bool TestCore(out Status status) => NativeRequests.Test(ref handle, comm, data, ref owned, out status);

    protected override void CancelCore() => NativeRequests.Cancel(ref handle);
}
