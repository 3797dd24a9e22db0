namespace LearningKit.Processes.Segments;

/// <summary>
/// Tells the garbage collector how much memory hangs on a small object. A worker that is sent one shared array after the other
/// makes hardly any garbage of its own, and would keep them all mapped.
/// </summary>
sealed class MemoryPressure : IDisposable
{
    readonly long bytes;

    public MemoryPressure(long bytes) => GC.AddMemoryPressure(this.bytes = bytes);

    ~MemoryPressure() => GC.RemoveMemoryPressure(bytes);

    /// <summary>The memory is given back. Called once.</summary>
    public void Dispose()
    {
        GC.RemoveMemoryPressure(bytes);
        GC.SuppressFinalize(this);
    }
}
