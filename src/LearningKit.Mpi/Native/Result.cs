using System.Runtime.CompilerServices;
using System.Text;

namespace LearningKit.Mpi.Native;

/// <summary>Turns a library's error codes into exceptions.</summary>
static unsafe class Result
{
    /// <summary>Throws if a call failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int code, [CallerMemberName] string call = "")
    {
        if (code != 0) throw Failure(code, call);
    }

    /// <summary>Throws if a call failed, and says with which rank and tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int code, NativeCommunicator comm, MessageBuffer data, int rank, int tag, [CallerMemberName] string call = "")
    {
        if (code != 0) throw Failure(code, comm, data, rank, tag, call);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static MpiException Failure(int code, NativeCommunicator comm, MessageBuffer data, int rank, int tag, string call)
    {
        var errorClass = ClassOf(code);
        var advice = errorClass switch
        {
            MpiErrorClass.Rank => $" There is no rank {rank}: '{comm.Name}' has {Call.Peers(comm)}, numbered from 0.",
            MpiErrorClass.Tag => $" {tag} is no tag: they go from 0 to {MpiConstants.MaxTag}, on some systems further.",
            MpiErrorClass.Truncate => $" The message is longer than the buffer of {data.Bytes} bytes. Probe tells the length beforehand; RecvArray makes an array that fits.",
            MpiErrorClass.Comm => " The communicator has been disposed of.",
            _ => "",
        };
        return new(errorClass, $"{call} failed: {TextOf(code)}.{advice}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static MpiException Failure(int code, string call) => new(ClassOf(code), $"{call} failed: {TextOf(code)}.");

    static MpiErrorClass ClassOf(int code)
    {
        int errorClass;
        _ = Libmpi.MPI_Error_class(code, &errorClass);
        return MpiLibrary.Abi.ClassOf(errorClass);
    }

    // MPICH adds its own stack below the first line.
    static string TextOf(int code)
    {
        var text = stackalloc byte[8192];
        int length;
        _ = Libmpi.MPI_Error_string(code, text, &length);
        return Encoding.UTF8.GetString(text, length).Split('\n')[0].Replace(", error stack", "", StringComparison.Ordinal).TrimEnd('.', ' ', ':');
    }
}
