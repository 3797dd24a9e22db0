namespace LearningKit.Notebooks;

/// <summary>How the execution of a cell ended. What the cell showed went to the listener before.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Number">The number of the execution, from 1; messages call the cell <c>Cell[Number]</c>.</param>
/// <param name="Duration">The time from start to end, compilation included.</param>
/// <param name="Error">Why it failed or was stopped; null if it succeeded.</param>
public sealed record CellResult(CellStatus Status, int Number, TimeSpan Duration, ErrorOutput? Error)
{
    /// <summary>True if the cell ran to its end.</summary>
    public bool Succeeded => Status == CellStatus.Succeeded;

    /// <summary>The values of <see cref="CellRequest.Expressions"/>, by name; none if the cell did not succeed.</summary>
    public IReadOnlyDictionary<string, ExpressionResult> Expressions { get; init; } = new Dictionary<string, ExpressionResult>();

    /// <summary>
    /// True if the cell was told to stop and has not yet: it holds a thread that perhaps nothing in this process can end.
    /// Only the end of the process does, which is why notebooks run in processes of their own (<see cref="WorkerSession"/>).
    /// </summary>
    public bool StillRunning { get; init; }

    /// <summary>True if the process of the session ended: the next cell finds none of the variables of earlier ones.</summary>
    public bool StateLost { get; init; }
}
