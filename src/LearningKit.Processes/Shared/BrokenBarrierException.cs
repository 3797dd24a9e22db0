namespace LearningKit.Processes;

/// <summary>A barrier is not waited for any more: a process that belongs to it has ended and will never come.</summary>
/// <param name="processId">The process.</param>
/// <param name="phase">The phase that cannot be completed, from 0.</param>
public sealed class BrokenBarrierException(int processId, long phase)
    : Exception($"The process {processId} has ended and will not come to the barrier: phase {phase} cannot be completed. Begin again with a new barrier and the processes that are left.")
{
    /// <summary>The process that ended.</summary>
    public int ProcessId { get; } = processId;
}
