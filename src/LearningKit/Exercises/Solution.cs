using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>A solution, or the reason why it is not shown yet.</summary>
/// <param name="Heading">What this is.</param>
/// <param name="Text">What to do with it, or how to get it.</param>
/// <param name="Code">The solution as C# that replaces the stub's cell; null while it is closed.</param>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Solution(string Heading, string Text, string? Code) : Note
{
    /// <summary>True when the solution is shown.</summary>
    public bool IsOpen => Code is not null;

    /// <inheritdoc/>
    public override string Heading { get; } = Heading;

    /// <inheritdoc/>
    public override string? Code { get; } = Code;

    /// <inheritdoc/>
    public override NoteKind Kind => NoteKind.Neutral;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs => [Text];
}
