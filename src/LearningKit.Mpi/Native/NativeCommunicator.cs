using System.Runtime.InteropServices;
using System.Text;

namespace LearningKit.Mpi.Native;

/// <summary>A communicator of the library's.</summary>
sealed unsafe partial class NativeCommunicator : ICommunicator, IWindowMaker, IFileOpener
{
    static readonly MpiAbi abi = MpiLibrary.Abi;

    readonly NativeMpi environment;
    nint handle;
    string name;
    Group? group;

    internal NativeCommunicator(NativeMpi environment, nint handle, string name, Topology? topology = null)
    {
        (this.environment, this.handle, this.name, Topology) = (environment, handle, name, topology);
        int rank, size, inter, remote = 0;
        Result.Check(Libmpi.MPI_Comm_set_errhandler(handle, abi.ErrorsReturn));
        Result.Check(Libmpi.MPI_Comm_rank(handle, &rank));
        Result.Check(Libmpi.MPI_Comm_size(handle, &size));
        Result.Check(Libmpi.MPI_Comm_test_inter(handle, &inter));
        if (inter != 0) Result.Check(Libmpi.MPI_Comm_remote_size(handle, &remote));
        (Rank, Size, IsInter, RemoteSize) = (rank, size, inter != 0, remote);
    }

    public int Rank { get; }

    public int Size { get; }

    public bool IsInter { get; }

    public int RemoteSize { get; }

    public Topology? Topology { get; }

    public IMpiEnvironment Environment => environment;

    public Group Group => group ??= environment.GroupOf(this);

    internal nint Handle => handle;

    public string Name
    {
        get => name;
        set
        {
            name = value;
            fixed (byte* text = Encoding.UTF8.GetBytes(value + '\0')) Result.Check(Libmpi.MPI_Comm_set_name(handle, text));
        }
    }

    public void Abort(int exitCode) => _ = Libmpi.MPI_Abort(handle, exitCode);

    /// <summary>Frees it. World and Self end with the environment.</summary>
    public void Dispose()
    {
        if (handle == abi.CommNull || handle == abi.CommWorld || handle == abi.CommSelf || environment.IsFinalized) return;
        var freed = handle;
        handle = abi.CommNull;
        Result.Check(Libmpi.MPI_Comm_free(&freed));
    }

    public void Send(MessageBuffer data, int dest, int tag, SendMode mode)
    {
        var (to, type) = (abi.Rank(dest), Handles.Of(data.Type));
        switch (mode)
        {
            case SendMode.Standard: Result.Check(Libmpi.MPI_Send(data.Pointer, data.Count, type, to, tag, handle), this, data, dest, tag); break;
            case SendMode.Synchronous: Result.Check(Libmpi.MPI_Ssend(data.Pointer, data.Count, type, to, tag, handle), this, data, dest, tag, "Ssend"); break;
            case SendMode.Ready: Result.Check(Libmpi.MPI_Rsend(data.Pointer, data.Count, type, to, tag, handle), this, data, dest, tag, "Rsend"); break;
            default: SendCopy(data, dest, tag); break;
        }
    }

    public Status Receive(MessageBuffer data, int source, int tag)
    {
        var status = stackalloc int[8];
        Result.Check(Libmpi.MPI_Recv(data.Pointer, data.Count, Handles.Of(data.Type), abi.Rank(source), tag, handle, status), this, data, source, tag, "Recv");
        return abi.Read(status);
    }

    public Status SendReceive(MessageBuffer send, int dest, int sendTag, MessageBuffer receive, int source, int receiveTag)
    {
        var status = stackalloc int[8];
        var code = Libmpi.MPI_Sendrecv(
            send.Pointer, send.Count, Handles.Of(send.Type), abi.Rank(dest), sendTag,
            receive.Pointer, receive.Count, Handles.Of(receive.Type), abi.Rank(source), receiveTag, handle, status);
        Result.Check(code, this, receive, dest < Call.Peers(this) ? source : dest, sendTag, "Sendrecv");
        return abi.Read(status);
    }

    public Request StartSend(MessageBuffer data, int dest, int tag, SendMode mode)
    {
        nint request = 0;
        var (to, type) = (abi.Rank(dest), Handles.Of(data.Type));
        var code = mode switch
        {
            SendMode.Synchronous => Libmpi.MPI_Issend(data.Pointer, data.Count, type, to, tag, handle, &request),
            SendMode.Ready => Libmpi.MPI_Irsend(data.Pointer, data.Count, type, to, tag, handle, &request),
            _ => Libmpi.MPI_Isend(data.Pointer, data.Count, type, to, tag, handle, &request),
        };
        Result.Check(code, this, data, dest, tag, "ISend");
        return new NativeRequest(request, this, data);
    }

    public Request StartReceive(MessageBuffer data, int source, int tag)
    {
        nint request = 0;
        Result.Check(Libmpi.MPI_Irecv(data.Pointer, data.Count, Handles.Of(data.Type), abi.Rank(source), tag, handle, &request), this, data, source, tag, "IRecv");
        return new NativeRequest(request, this, data);
    }

    public PersistentRequest PrepareSend(MessageBuffer data, int dest, int tag, SendMode mode)
    {
        nint request = 0;
        Result.Check(Libmpi.MPI_Send_init(data.Pointer, data.Count, Handles.Of(data.Type), abi.Rank(dest), tag, handle, &request), this, data, dest, tag, "SendInit");
        return new NativePersistentRequest(request, this, data);
    }

    public PersistentRequest PrepareReceive(MessageBuffer data, int source, int tag)
    {
        nint request = 0;
        Result.Check(Libmpi.MPI_Recv_init(data.Pointer, data.Count, Handles.Of(data.Type), abi.Rank(source), tag, handle, &request), this, data, source, tag, "RecvInit");
        return new NativePersistentRequest(request, this, data);
    }

    public Status? Probe(int source, int tag, bool wait)
    {
        var status = stackalloc int[8];
        var flag = 1;
        var code = wait
            ? Libmpi.MPI_Probe(abi.Rank(source), tag, handle, status)
            : Libmpi.MPI_Iprobe(abi.Rank(source), tag, handle, &flag, status);
        Result.Check(code, this, MessageBuffer.None, source, tag);
        return flag != 0 ? abi.Read(status) : null;
    }

    public Message? Match(int source, int tag, bool wait)
    {
        var status = stackalloc int[8];
        nint message = 0;
        var flag = 1;
        var code = wait
            ? Libmpi.MPI_Mprobe(abi.Rank(source), tag, handle, &message, status)
            : Libmpi.MPI_Improbe(abi.Rank(source), tag, handle, &flag, &message, status);
        Result.Check(code, this, MessageBuffer.None, source, tag, "Mprobe");
        return flag != 0 ? new NativeMessage(message, abi.Read(status), this) : null;
    }

    // The library's buffered send needs a buffer that is attached and large enough; a copy that travels by itself says the same.
    void SendCopy(MessageBuffer data, int dest, int tag)
    {
        if (!data.Type.IsContiguous) throw new MpiException(MpiErrorClass.Type, "A buffered send takes elements without gaps.");
        var copy = NativeMemory.Alloc((nuint)Math.Max(data.Bytes, 1));
        new ReadOnlySpan<byte>(data.Pointer, checked((int)data.Bytes)).CopyTo(new Span<byte>(copy, (int)data.Bytes));
        nint request = 0;
        var code = Libmpi.MPI_Isend(copy, data.Count, Handles.Of(data.Type), abi.Rank(dest), tag, handle, &request);
        if (code != 0) NativeMemory.Free(copy);
        Result.Check(code, this, data, dest, tag, "Bsend");
        environment.KeepUntilSent(new NativeRequest(request, this, data, copy));
    }
}
