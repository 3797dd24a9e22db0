using System.ComponentModel;

namespace LearningKit.Mpi;

/// <summary>What a transport supplies for a communicator if its ranks can share files.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFileOpener
{
    /// <summary>Opens a file, with all ranks.</summary>
    FileTransport OpenFile(string path, MpiFileMode mode);
}
