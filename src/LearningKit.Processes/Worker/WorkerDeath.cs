namespace LearningKit.Processes;

/// <summary>Why a worker's process ended, as a learner reads it.</summary>
static class WorkerDeath
{
    const int BySignal = 128;
    const int Abort = BySignal + 6;
    const int Kill = BySignal + 9;
    const int Segmentation = BySignal + 11;

    /// <summary>Describes an end.</summary>
    /// <param name="worker">The worker's name.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="wasReady">False if it ended before it was connected.</param>
    /// <param name="wasAsked">True if this process ended it.</param>
    /// <param name="lastWords">What the runtime printed last.</param>
    public static WorkerEnd Describe(string worker, int exitCode, bool wasReady, bool wasAsked, IReadOnlyList<string> lastWords)
    {
        var byItself = exitCode is >= 0 and < BySignal || lastWords.Count > 0;
        var explanation = $"The process of {worker} {Reason(exitCode, wasReady, wasAsked, lastWords)}";
        if (lastWords.Count > 0 && !wasAsked) explanation += $"{Environment.NewLine}Its last words:{Environment.NewLine}{string.Join(Environment.NewLine, lastWords)}";
        return new(exitCode, !byItself, explanation);
    }

    static string Reason(int exitCode, bool wasReady, bool wasAsked, IReadOnlyList<string> lastWords)
    {
        if (wasAsked || (exitCode == 0 && wasReady)) return "has ended as it was asked to.";
        if (!wasReady) return $"ended with exit code {exitCode} before it was ready to work.";
        var first = lastWords.Count > 0 ? lastWords[0] : "";
        if (first.StartsWith("Stack overflow", StringComparison.Ordinal)) return "ended because calls nested too deeply: the stack overflowed. Look for a recursion without end.";
        if (first.StartsWith("Out of memory", StringComparison.Ordinal)) return "ended because its memory ran out. Give each task less data, or the pool fewer workers.";
        if (first.StartsWith("Unhandled exception", StringComparison.Ordinal)) return "ended by an exception on a thread of its own, outside of any task: catch it there.";
        return exitCode switch
        {
            < 0 => "ended; the system does not tell how.",
            Kill => "was killed from outside (signal 9), as happens when the machine's or the container's memory runs out. Give each task less data, or the pool fewer workers.",
            Segmentation => "crashed in native or unsafe code (signal 11): it used memory that is not its own.",
            Abort => "ended itself by Environment.FailFast, or by a fault that no program survives (signal 6).",
            > BySignal => $"was ended by signal {exitCode - BySignal}.",
            _ => $"ended itself with exit code {exitCode}. A task must not call Environment.Exit.",
        };
    }
}
