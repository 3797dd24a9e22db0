using System.ComponentModel;

namespace LearningKit.Mpi;

/// <summary>What a transport supplies for a communicator if it has windows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWindowMaker
{
    /// <summary>Makes a window, with all ranks.</summary>
    /// <param name="bytes">How much memory this rank gives.</param>
    /// <param name="unit">How many bytes an offset counts.</param>
    /// <param name="shared">True if all ranks are to see it as their own.</param>
    WindowTransport CreateWindow(long bytes, int unit, bool shared);
}
