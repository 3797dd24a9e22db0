namespace LearningKit.Mpi.Native;

/// <summary>A message that a matched probe took out of the library's queue.</summary>
sealed unsafe class NativeMessage(nint handle, Status status, NativeCommunicator comm) : Message
{
    nint handle = handle;

    public override Status Status => status;

    protected internal override Status Receive(MessageBuffer data)
    {
        var received = stackalloc int[8];
        int code;
        fixed (nint* message = &handle) code = Libmpi.MPI_Mrecv(data.Pointer, data.Count, Handles.Of(data.Type), message, received);
        Result.Check(code, comm, data, status.Source, status.Tag);
        return MpiLibrary.Abi.Read(received);
    }

    protected internal override Request StartReceive(MessageBuffer data)
    {
        nint request = 0;
        int code;
        fixed (nint* message = &handle) code = Libmpi.MPI_Imrecv(data.Pointer, data.Count, Handles.Of(data.Type), message, &request);
        Result.Check(code, comm, data, status.Source, status.Tag);
        return new NativeRequest(request, comm, data);
    }
}
