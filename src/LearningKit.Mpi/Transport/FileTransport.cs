using System.ComponentModel;

namespace LearningKit.Mpi;

/// <summary>What a transport supplies for an open file. Offsets count elements of the view; at first the view is of bytes, from the beginning.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FileTransport : IDisposable
{
    /// <summary>How many bytes the file has. Setting it is collective.</summary>
    public abstract long Size { get; set; }

    /// <summary>This rank's own position.</summary>
    public abstract long Position { get; set; }

    /// <summary>Writes.</summary>
    /// <param name="kind">Where, and with whom.</param>
    /// <param name="data">What.</param>
    /// <param name="offset">Where, for the kinds with an offset.</param>
    /// <returns>How many bytes.</returns>
    public abstract long Write(FileAccessKind kind, MessageBuffer data, long offset);

    /// <summary>Reads; fewer bytes at the end of the file.</summary>
    /// <param name="kind">Where, and with whom.</param>
    /// <param name="data">Where to.</param>
    /// <param name="offset">From where, for the kinds with an offset.</param>
    /// <returns>How many bytes.</returns>
    public abstract long Read(FileAccessKind kind, MessageBuffer data, long offset);

    /// <summary>Makes a part of the file look as if it were all of it, with all ranks.</summary>
    /// <param name="displacement">Where it begins, in bytes.</param>
    /// <param name="element">What offsets count.</param>
    /// <param name="fileType">Which elements are seen; repeated without end.</param>
    public abstract void SetView(long displacement, Datatype element, Datatype fileType);

    /// <summary>Writes what is in memory to the disk, with all ranks.</summary>
    public abstract void Sync();

    /// <summary>Closes the file, with all ranks.</summary>
    public abstract void Dispose();
}
