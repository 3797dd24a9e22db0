namespace LearningKit.Notebooks;

/// <summary>A cell to execute.</summary>
/// <param name="Code">The cell's text.</param>
public sealed record CellRequest(string Code)
{
    /// <summary>The language of lines before the first magic: the name of a magic without <c>#!</c>.</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>The number of the execution, as the notebook shows it beside the cell; one more than the last unless told.</summary>
    public int? Number { get; init; }

    /// <summary>
    /// Gets what the cell shows, while it shows it; called by one thread at a time, and also after the end for what
    /// background threads of the cell still write. Errors come in the result.
    /// </summary>
    public Action<CellOutput> OnOutput { get; init; } = _ => { };

    /// <summary>
    /// Asks the person for a line; null where nobody sits at a keyboard. Called on the thread that wants the line, which
    /// waits for the task.
    /// </summary>
    public Func<InputPrompt, CancellationToken, Task<string>>? ReadInput { get; init; }

    /// <summary>C# expressions to evaluate when the cell has succeeded, by a name of the caller's.</summary>
    public IReadOnlyDictionary<string, string> Expressions { get; init; } = new Dictionary<string, string>();
}
