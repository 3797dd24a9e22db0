using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>The verdict on one answer. It never throws, so an exercise that is not solved yet does not stop a notebook.</summary>
/// <param name="Title">The exercise's title.</param>
/// <param name="Outcome">Whether it passed.</param>
/// <param name="Message">What the check saw, with the numbers that decided.</param>
/// <param name="Hint">What to think about next, made for exactly this mistake; null when it passed.</param>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record CheckResult(string Title, CheckOutcome Outcome, string Message, string? Hint = null) : Note
{
    /// <summary>True when the answer is right.</summary>
    public bool Passed => Outcome == CheckOutcome.Passed;

    /// <summary>News about the progress file, for example that a broken one was set aside; usually null.</summary>
    public string? Notice { get; init; }

    /// <inheritdoc/>
    public override string Heading => $"{Title}: {(Passed ? "passed" : "not yet")}";

    /// <inheritdoc/>
    public override NoteKind Kind => Passed ? NoteKind.Good : NoteKind.NotYet;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs =>
        [.. new[] { Message, Hint is null ? null : $"Hint: {Hint}", Notice }.OfType<string>()];
}
