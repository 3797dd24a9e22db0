using System.Text;

namespace LearningKit.Processes;

/// <summary>
/// What a worker prints through <see cref="Console"/>: whole lines, each behind a mark that says to which stream it belongs, for
/// all streams of a worker share one pipe, so that lines arrive in the order in which they were printed.
/// </summary>
/// <param name="pipe">The pipe, without a buffer.</param>
/// <param name="mark">Stands before each line.</param>
/// <remarks>Calls come one at a time: <see cref="Console"/> sees to that.</remarks>
sealed class LineWriter(Stream pipe, byte mark) : TextWriter
{
    /// <summary>Before a line of the error stream. (US-ASCII's separators, which texts do not hold.)</summary>
    public const byte ErrorMark = 0x1e;

    /// <summary>Before a line of the standard output.</summary>
    public const byte OutputMark = 0x1f;

    const int KeptAtMost = 16 * 1024;

    readonly StringBuilder begun = new();
    readonly MemoryStream lines = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write(new ReadOnlySpan<char>(in value));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Add(value);
        EndLine();
        HandOn();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.IndexOf('\n') is var end and >= 0)
        {
            Add(buffer[..end]);
            EndLine();
            buffer = buffer[(end + 1)..];
        }
        Add(buffer);
        HandOn();
    }

    /// <summary>Hands on a line that has no end yet.</summary>
    public void EndBegunLine()
    {
        if (begun.Length == 0) return;
        EndLine();
        HandOn();
    }

    void Add(ReadOnlySpan<char> text)
    {
        while (begun.Length + text.Length > KeptAtMost)
        {
            var fits = Math.Max(KeptAtMost - begun.Length, 0);
            begun.Append(text[..fits]);
            text = text[fits..];
            EndLine();
            HandOn();
        }
        begun.Append(text);
    }

    void EndLine()
    {
        lines.WriteByte(mark);
        foreach (var chunk in begun.GetChunks()) Encode(chunk.Span);
        lines.WriteByte((byte)'\n');
        begun.Clear();
    }

    void Encode(ReadOnlySpan<char> text)
    {
        var at = (int)lines.Length;
        lines.SetLength(at + Encoding.UTF8.GetMaxByteCount(text.Length));
        lines.SetLength(at + Encoding.UTF8.GetBytes(text, lines.GetBuffer().AsSpan(at)));
        lines.Position = lines.Length;
    }

    void HandOn()
    {
        if (lines.Length == 0) return;
        lock (pipe) pipe.Write(lines.GetBuffer(), 0, (int)lines.Length);
        lines.SetLength(0);
    }
}
