using System.Diagnostics.CodeAnalysis;
using LearningKit.Charts.Formatting;

namespace LearningKit.Exercises;

/// <summary>How a notebook shows a <see cref="Note"/>.</summary>
sealed class NoteFormatterSource
{
    /// <summary>One formatter a form.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The convention wants a method of the instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Note>("text/html", (note, writer) => writer.Write(note.ToHtml())),
        new Formatter<Note>("text/plain", (note, writer) => writer.Write(note.ToText())),
    ];
}
