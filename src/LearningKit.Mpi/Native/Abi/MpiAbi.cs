using System.Runtime.InteropServices;

namespace LearningKit.Mpi.Native;

/// <summary>What differs between the libraries that implement MPI: handles, constants, the layout of a status. One table a library.</summary>
abstract unsafe class MpiAbi
{
    /// <summary>The library's name, for messages.</summary>
    internal abstract string Name { get; }

    /// <summary>How many bytes a handle has, where the library reads an array of them.</summary>
    internal abstract int HandleSize { get; }

    internal abstract nint CommWorld { get; }

    internal abstract nint CommSelf { get; }

    internal abstract nint CommNull { get; }

    internal abstract nint InfoNull { get; }

    internal abstract nint ErrorsReturn { get; }

    internal abstract int AnySource { get; }

    internal abstract int ProcNull { get; }

    internal abstract int Root { get; }

    internal abstract int Undefined { get; }

    internal abstract int OrderC { get; }

    internal abstract int CommTypeShared { get; }

    internal abstract int LockShared { get; }

    internal abstract int LockExclusive { get; }

    internal abstract void* InPlace { get; }

    internal abstract nint TypeOf(BasicType type);

    internal abstract nint OpOf(OpKind kind);

    /// <summary>What the library wrote about a message, in our numbers.</summary>
    internal abstract Status Read(int* status);

    /// <summary>The standard's class of a library's number.</summary>
    internal abstract MpiErrorClass ClassOf(int errorClass);

    /// <summary>A rank as the library numbers it: the negative ones have a meaning.</summary>
    internal int Rank(int rank) => rank >= 0 ? rank : rank switch
    {
        MpiConstants.AnySource => AnySource,
        MpiConstants.ProcNull => ProcNull,
        MpiConstants.Root => Root,
        _ => -99,
    };

    private protected int Source(int source) => source == ProcNull ? MpiConstants.ProcNull : source == AnySource ? MpiConstants.AnySource : source;

    /// <summary>The table for a library, by what it says about itself.</summary>
    internal static MpiAbi? For(nint library, string version) =>
        version.Contains("Open MPI", StringComparison.Ordinal) ? new OpenMpiAbi(library)
        : version.Contains("MPICH", StringComparison.Ordinal) || version.Contains("Intel(R) MPI", StringComparison.Ordinal) || version.Contains("MVAPICH", StringComparison.Ordinal)
            ? new MpichAbi()
            : null;

    private protected static nint Symbol(nint library, string name) => NativeLibrary.GetExport(library, name);
}
