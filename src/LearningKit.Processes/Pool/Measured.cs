using System.Diagnostics;

namespace LearningKit.Processes;

/// <summary>When and where a task ran, by the worker's own clock.</summary>
/// <param name="Started">Ticks of <see cref="Stopwatch"/>: CLOCK_MONOTONIC or the performance counter, which all processes of a machine share.</param>
/// <param name="Ended">As <paramref name="Started"/>.</param>
/// <param name="Core">The processor that it ended on.</param>
readonly record struct Measured(long Started, long Ended, int Core)
{
    /// <summary>From a moment until now, here.</summary>
    public static Measured Since(long started) => new(started, Stopwatch.GetTimestamp(), Thread.GetCurrentProcessorId());
}
