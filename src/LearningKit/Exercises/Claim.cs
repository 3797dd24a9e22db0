using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>A sentence of a lesson's text beside the run that shows it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Holds">Whether it held in this run.</param>
/// <example>
/// <code>
/// Claim.That(parallelAnswer == serialAnswer, "The parallel answer equals the serial one.")
/// Claim.Seen(ratio.Verdict == Verdict.Faster, "Two threads were faster than one.")
/// </code>
/// </example>
[TypeFormatterSource(typeof(NoteFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record Claim(string Sentence, bool Holds) : Note
{
    /// <summary>
    /// A sentence that holds on every machine. Never use it for a time: a busy machine would prove the lesson wrong.
    /// </summary>
    /// <exception cref="ClaimFailedException">It does not hold.</exception>
    public static Claim That(bool holds, string sentence) => holds ? new(sentence, Holds: true) : throw new ClaimFailedException(sentence);

    /// <summary>A sentence about a measurement: seen in this run on this machine, or not.</summary>
    public static Claim Seen(bool holds, string sentence) => new(sentence, holds);

    /// <inheritdoc/>
    public override string Heading => Holds ? $"Seen here: {Sentence}" : $"Not seen in this run: {Sentence}";

    /// <inheritdoc/>
    public override NoteKind Kind => Holds ? NoteKind.Good : NoteKind.NotYet;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paragraphs =>
        Holds ? [] : ["Believe the measurement, not the text. Is the machine busy, or has it fewer cores to give than it reports? The trust badge says."];
}
