using System.Diagnostics.CodeAnalysis;

namespace LearningKit.Exercises;

/// <summary>Shows every <see cref="Note"/> in notebooks, found by name (see <see cref="TypeFormatterSourceAttribute"/>).</summary>
sealed class NoteFormatters
{
    [SuppressMessage("Performance", "CA1822", Justification = "Kernels make an instance and call this on it.")]
    public IEnumerable<object> CreateTypeFormatters() =>
        [new NoteFormatter("text/html", note => note.ToHtml()), new NoteFormatter("text/plain", note => note.ToText())];

    sealed class NoteFormatter(string mimeType, Func<Note, string> write)
    {
        public string MimeType => mimeType;

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not Note note) return false;
            writer.Write(write(note));
            return true;
        }
    }
}
