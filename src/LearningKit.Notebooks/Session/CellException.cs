namespace LearningKit.Notebooks;

/// <summary>A cell cannot go on for a reason that needs no stack trace of C#.</summary>
/// <param name="output">The error as the notebook shows it.</param>
sealed class CellException(ErrorOutput output) : Exception(output.Message)
{
    /// <summary>An error that one sentence explains.</summary>
    /// <param name="name">The kind of error.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="lines">Further lines below the message.</param>
    public CellException(string name, string message, params IReadOnlyList<string> lines)
        : this(new ErrorOutput(name, message, [$"{name}: {message}", .. lines])) { }

    /// <summary>The error as the notebook shows it.</summary>
    public ErrorOutput Output => output;
}
