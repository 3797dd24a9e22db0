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
[TypeFormatterSource(typeof(NoteFormatters))]
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

    /// <inheritdoc/>
    public override string Heading => Question;

    /// <inheritdoc/>
    public override NoteKind Kind => NoteKind.Neutral;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs =>
        [Value is { } value ? $"Your prediction: {value:0.###} {Unit}." : "No prediction made. Put your number in place of null and run this cell again before you go on."];

    void Keep(double? result)
    {
        if (Value is { } value) ProgressFile.Default.Update(progress => progress.With(Id, new PredictionRecord(value, result, Unit)));
    }
}
