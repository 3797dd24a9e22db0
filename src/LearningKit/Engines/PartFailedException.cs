namespace LearningKit.Engines;

/// <summary>
/// Parts of a run failed. Says which and why, and keeps what the other parts yielded, so that nothing else is lost.
/// </summary>
public sealed class PartFailedException : Exception
{
    /// <summary>Makes the exception of a run.</summary>
    /// <param name="failures">The parts that threw, at least one.</param>
    /// <param name="completed">What the finished parts yielded, by part number.</param>
    /// <param name="parts">How many parts the run had; null if nobody knows.</param>
    /// <param name="noun">How a part is called in the message.</param>
    public PartFailedException(IReadOnlyList<PartFailure> failures, IReadOnlyDictionary<int, object?> completed, int? parts, string noun = "Part")
        : base(Describe(failures, completed, parts, noun), failures[0].Exception)
    {
        Failures = failures;
        Completed = completed;
    }

    /// <summary>Every part that threw, in part order. More than one can fail before the others hear of it.</summary>
    public IReadOnlyList<PartFailure> Failures { get; }

    /// <summary>What the finished parts yielded, by part number.</summary>
    public IReadOnlyDictionary<int, object?> Completed { get; }

    static string Describe(IReadOnlyList<PartFailure> failures, IReadOnlyDictionary<int, object?> completed, int? parts, string noun)
    {
        var first = failures[0];
        var total = parts is null ? "" : $" of {parts}";
        var others = failures.Count == 1 ? "" : $" (and {failures.Count - 1} more)";
        return $"{noun} {first.Part}{total}{others} failed on worker {first.Worker}: {first.Exception.GetType().Name}: {first.Exception.Message} " +
               $"{completed.Count} {noun.ToLowerInvariant()}s were finished; their results are in Completed.";
    }
}
