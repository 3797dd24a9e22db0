namespace LearningKit.Notebooks.Running;

/// <summary>Why a worker's process ended, as a learner reads it.</summary>
static class WorkerDeath
{
    const int LinesShown = 12;
    const int BySignal = 128;
    const int Abort = BySignal + 6;
    const int Kill = BySignal + 9;
    const int Segmentation = BySignal + 11;

    /// <summary>What follows from the end of a process for the person who works in the notebook.</summary>
    public const string Consequence = "The session starts anew and its variables are gone: run the cells again from the top.";

    /// <summary>The error for a process that ended.</summary>
    /// <param name="exitCode">Its exit code; on Unix 128 and the signal's number if one ended it.</param>
    /// <param name="wasReady">False if it ended before it could execute a cell.</param>
    /// <param name="lastWords">What the runtime printed last.</param>
    public static ErrorOutput Of(int exitCode, bool wasReady, IReadOnlyList<string> lastWords)
    {
        if (!wasReady) return NeverBegan($"The process of the session ended with exit code {exitCode} before it was ready.", lastWords);
        return Describe("ProcessEnded", $"{Reason(exitCode, lastWords)} {Consequence}", lastWords);
    }

    /// <summary>The error for a process that did not come to its work.</summary>
    public static ErrorOutput NeverBegan(string message, params IReadOnlyList<string> lastWords) => Describe("ProcessNotStarted", message, lastWords);

    static string Reason(int exitCode, IReadOnlyList<string> lastWords)
    {
        if (lastWords.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal)))
            return "The calls nested too deeply: the stack overflowed, which ends the process. Look for a recursion without end.";
        return exitCode switch
        {
            Kill => "The process of this notebook was killed from outside, as happens when memory runs out.",
            Segmentation => "The process of this notebook crashed in native or unsafe code: it used memory that is not its own.",
            Abort => "The process of this notebook ended itself, by Environment.FailFast or by a fault that no program survives.",
            _ => $"The process of this notebook ended with exit code {exitCode}. A cell must not call Environment.Exit.",
        };
    }

    static ErrorOutput Describe(string name, string message, IReadOnlyList<string> lines) =>
        new(name, message, [$"{name}: {message}", .. lines.Take(LinesShown)]);
}
