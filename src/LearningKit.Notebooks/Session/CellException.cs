namespace LearningKit.Notebooks;

/// <summary>A cell cannot go on for a reason that one sentence explains: its stack would not help.</summary>
/// <param name="name">The kind of error, as the notebook shows it.</param>
/// <param name="message">What happened and what to do.</param>
/// <param name="lines">Further lines below the message.</param>
sealed class CellException(string name, string message, params IReadOnlyList<string> lines) : Exception(message)
{
    /// <summary>The error as an output.</summary>
    public ErrorOutput Output => new(name, Message, [$"{name}: {Message}", .. lines]);
}
