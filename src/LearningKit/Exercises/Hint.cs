using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>The hints of an exercise that the learner has asked for so far. Asking again gives one more.</summary>
/// <param name="Title">The exercise's title.</param>
/// <param name="Given">The hints so far, from the gentlest on.</param>
/// <param name="Total">How many there are.</param>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Hint(string Title, IReadOnlyList<string> Given, int Total) : Note
{
    /// <inheritdoc/>
    public override string Heading => $"{Title}: hint {Given.Count} of {Total}";

    /// <inheritdoc/>
    public override NoteKind Kind => NoteKind.Neutral;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs => [.. Given.Select((hint, i) => $"{i + 1}. {hint}")];
}
