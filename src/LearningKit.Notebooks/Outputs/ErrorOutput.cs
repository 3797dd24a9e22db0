namespace LearningKit.Notebooks;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The kind of error: an exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">What happened, in one sentence.</param>
/// <param name="Traceback">What a front end prints: message, cell and line, source line; one string a line.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput
{
    /// <summary>An error without a trace.</summary>
    public ErrorOutput(string name, string message) : this(name, message, [$"{name}: {message}"]) { }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Traceback);
}
