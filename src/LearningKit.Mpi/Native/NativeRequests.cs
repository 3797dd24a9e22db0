using System.Runtime.InteropServices;

namespace LearningKit.Mpi.Native;

/// <summary>Waiting, for requests of both kinds.</summary>
static unsafe class NativeRequests
{
    /// <param name="handle">The library's request, which it changes.</param>
    /// <param name="comm">Where, for messages of errors.</param>
    /// <param name="data">What, for messages of errors.</param>
    /// <param name="owned">Memory to be freed when the request is complete; may be null.</param>
    internal static Status Wait(ref nint handle, NativeCommunicator comm, MessageBuffer data, ref void* owned)
    {
        var status = stackalloc int[8];
        int code;
        fixed (nint* request = &handle) code = Libmpi.MPI_Wait(request, status);
        Free(ref owned);
        Result.Check(code, comm, data, 0, 0);
        return MpiLibrary.Abi.Read(status);
    }

    internal static bool Test(ref nint handle, NativeCommunicator comm, MessageBuffer data, ref void* owned, out Status known)
    {
        var status = stackalloc int[8];
        int code, flag;
        fixed (nint* request = &handle) code = Libmpi.MPI_Test(request, &flag, status);
        if (code != 0 || flag != 0) Free(ref owned);
        Result.Check(code, comm, data, 0, 0);
        known = flag != 0 ? MpiLibrary.Abi.Read(status) : default;
        return flag != 0;
    }

    internal static void Cancel(ref nint handle)
    {
        fixed (nint* request = &handle) Result.Check(Libmpi.MPI_Cancel(request));
    }

    static void Free(ref void* owned)
    {
        NativeMemory.Free(owned);
        owned = null;
    }
}
