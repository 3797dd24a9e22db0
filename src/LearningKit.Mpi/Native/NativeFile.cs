using System.Text;

namespace LearningKit.Mpi.Native;

/// <summary>A file of the library's.</summary>
sealed unsafe class NativeFile : FileTransport
{
    const int FromTheStart = 600;

    nint handle;
    bool disposed;

    internal NativeFile(NativeCommunicator comm, string path, MpiFileMode mode)
    {
        nint opened = 0;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
            Result.Check(Libmpi.MPI_File_open(comm.Handle, name, (int)mode, MpiLibrary.Abi.InfoNull, &opened), $"Opening {path} ({mode})");
        handle = opened;
    }

    public override long Size
    {
        get
        {
            long bytes;
            Result.Check(Libmpi.MPI_File_get_size(handle, &bytes));
            return bytes;
        }
        set => Result.Check(Libmpi.MPI_File_set_size(handle, value));
    }

    public override long Position
    {
        get
        {
            long offset;
            Result.Check(Libmpi.MPI_File_get_position(handle, &offset));
            return offset;
        }
        set => Result.Check(Libmpi.MPI_File_seek(handle, value, FromTheStart));
    }

    public override long Write(FileAccessKind kind, MessageBuffer data, long offset)
    {
        var status = stackalloc int[8];
        var bytes = data.Pointer;
        var (count, type) = (data.Count, Handles.Of(data.Type));
        Result.Check(kind switch
        {
            FileAccessKind.At => Libmpi.MPI_File_write_at(handle, offset, bytes, count, type, status),
            FileAccessKind.AtAll => Libmpi.MPI_File_write_at_all(handle, offset, bytes, count, type, status),
            FileAccessKind.Own => Libmpi.MPI_File_write(handle, bytes, count, type, status),
            FileAccessKind.OwnAll => Libmpi.MPI_File_write_all(handle, bytes, count, type, status),
            FileAccessKind.Shared => Libmpi.MPI_File_write_shared(handle, bytes, count, type, status),
            _ => Libmpi.MPI_File_write_ordered(handle, bytes, count, type, status),
        }, "Writing");
        return MpiLibrary.Abi.Read(status).Bytes;
    }

    public override long Read(FileAccessKind kind, MessageBuffer data, long offset)
    {
        var status = stackalloc int[8];
        var bytes = data.Pointer;
        var (count, type) = (data.Count, Handles.Of(data.Type));
        Result.Check(kind switch
        {
            FileAccessKind.At => Libmpi.MPI_File_read_at(handle, offset, bytes, count, type, status),
            FileAccessKind.AtAll => Libmpi.MPI_File_read_at_all(handle, offset, bytes, count, type, status),
            FileAccessKind.Own => Libmpi.MPI_File_read(handle, bytes, count, type, status),
            FileAccessKind.OwnAll => Libmpi.MPI_File_read_all(handle, bytes, count, type, status),
            FileAccessKind.Shared => Libmpi.MPI_File_read_shared(handle, bytes, count, type, status),
            _ => Libmpi.MPI_File_read_ordered(handle, bytes, count, type, status),
        }, "Reading");
        return MpiLibrary.Abi.Read(status).Bytes;
    }

    public override void SetView(long displacement, Datatype element, Datatype fileType)
    {
        fixed (byte* native = "native\0"u8)
            Result.Check(Libmpi.MPI_File_set_view(handle, displacement, Handles.Of(element), Handles.Of(fileType), native, MpiLibrary.Abi.InfoNull));
    }

    public override void Sync() => Result.Check(Libmpi.MPI_File_sync(handle));

    public override void Dispose()
    {
        if (disposed) return;
        disposed = true;
        var closed = handle;
        Result.Check(Libmpi.MPI_File_close(&closed), "Closing a file");
    }
}
