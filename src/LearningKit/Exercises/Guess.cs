using LearningKit.Charts;
using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>
/// A number that the learner predicts before a run. Who has bet on a number looks at the result with other eyes.
/// Charts draw it beside the result.
/// </summary>
/// <example>
/// <code>
/// var guess = Guess.Ask("02-first-run", "How many times as long as a later run does the first one take?", "times", yours: null);
/// ... the run ...
/// guess.Reveal(4.2)
/// </code>
/// </example>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Guess : Note
{
    Guess(string id, string question, string unit, double? yours) => (Id, Question, Unit, Value) = (id, question, unit, yours);

    /// <summary>The lesson's number, a hyphen and a name.</summary>
    public string Id { get; }

    /// <summary>What was asked.</summary>
    public string Question { get; }

    /// <summary>What the number counts, in the plural.</summary>
    public string Unit { get; }

    /// <summary>The learner's number; null when no prediction was made.</summary>
    public double? Value { get; }

    /// <summary>Asks for a number, and keeps it with the progress.</summary>
    /// <param name="id">The lesson's number, a hyphen and a name.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="unit">What the number counts, in the plural.</param>
    /// <param name="yours">The learner's number. Notebooks come with null.</param>
    public static Guess Ask(string id, string question, string unit, double? yours)
    {
        var guess = new Guess(id, question, unit, yours);
        guess.Keep(result: null);
        return guess;
    }

    /// <summary>Tells the result beside the guess, and keeps both with the progress.</summary>
    /// <param name="result">What the run gave, in <see cref="Unit"/>.</param>
    public Revelation Reveal(double result)
    {
        Keep(result);
        return new(this, result);
    }

    /// <summary>The guess as a chart draws it beside the result; null when no prediction was made.</summary>
    /// <param name="x">Where on a numeric horizontal axis it is expected.</param>
    /// <param name="category">The bar or variant for which it is expected.</param>
    /// <example><code>new BarChart("Cores", new("Cores"), bars) { Prediction = guess.OnChart(category: "measured") }</code></example>
    public Prediction? OnChart(double? x = null, string? category = null) =>
        Value is { } value ? new(value) { X = x, Category = category } : null;

    /// <inheritdoc/>
    public override string Heading => Question;

    /// <inheritdoc/>
    public override NoteKind Kind => NoteKind.Neutral;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs =>
        [Value is { } value ? $"Your prediction: {NumberText.Of(value)} {Unit}." : "No prediction made. Put your number in place of null and run this cell again before you go on."];

    void Keep(double? result)
    {
        if (Value is { } value) ProgressFile.Default.Update(progress => progress.With(Id, new PredictionRecord(value, result, Unit)));
    }
}
