using LearningKit.Charts;
using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>The result of a run beside what the learner had predicted.</summary>
/// <param name="Guess">What was asked and predicted.</param>
/// <param name="Result">What the run gave, in the guess's unit.</param>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Revelation(Guess Guess, double Result) : Note
{
    /// <summary>A guess within this factor of the result counts as close.</summary>
    const double Close = 1.25;

    /// <inheritdoc/>
    public override string Heading => $"{Guess.Question} {NumberText.Of(Result)} {Guess.Unit}.";

    /// <inheritdoc/>
    public override NoteKind Kind => NoteKind.Neutral;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs => [Guess.Value is { } value ? Compare(value) : "No prediction made."];

    string Compare(double value)
    {
        var said = $"You said {NumberText.Of(value)} {Guess.Unit}";
        var factor = Math.Max(value / Result, Result / value);
        if (value == Result || factor is > 0 and <= Close) return $"{said}: close.";
        var direction = value > Result ? "much" : "little";
        var size = factor is > 0 and < double.PositiveInfinity ? $"{factor:0.#} times" : $"{NumberText.Of(Math.Abs(value - Result))}";
        return $"{said}: {size} too {direction}.";
    }
}
