using System.Text;

namespace LearningKit.Notebooks;

/// <summary>
/// Gathers what threads of a cell write into few outputs: text is handed on when a <see cref="OutputPump"/> tick finds it,
/// when another stream or a display follows, or when the cell ends. The listener is called by one thread at a time.
/// </summary>
/// <param name="listener">Who gets the outputs.</param>
sealed class OutputBuffer(Action<CellOutput> listener)
{
    /// <summary>How many characters one cell may write before the rest is dropped: a page of more cannot be opened.</summary>
    const int Limit = 4_000_000;

    readonly Lock gate = new();
    readonly StringBuilder text = new();
    string stream = StreamOutput.Out;
    int written;
    bool full;
    bool waitsForPump;

    /// <summary>Adds text to a stream.</summary>
    public void Write(string name, ReadOnlySpan<char> added)
    {
        var wake = false;
        // The code that writes may be aborted at any time, but not within finally: no output is cut into halves.
        try { }
        finally
        {
            lock (gate)
            {
                if (name != stream) Drain();
                stream = name;
                Append(added);
                wake = text.Length > 0 && !waitsForPump;
                waitsForPump |= wake;
            }
            if (wake) OutputPump.Enqueue(this);
        }
    }

    /// <summary>Hands on an output after the text before it.</summary>
    public void Show(CellOutput output)
    {
        try { }
        finally
        {
            lock (gate)
            {
                Drain();
                listener(output);
            }
        }
    }

    /// <summary>Hands on what is buffered.</summary>
    public void Flush()
    {
        lock (gate)
        {
            waitsForPump = false;
            Drain();
        }
    }

    /// <summary>Takes back what stands on the last line, if it has not been handed on and is not the error stream's.</summary>
    public string TakeLine()
    {
        lock (gate)
        {
            if (stream != StreamOutput.Out) return "";
            var written = text.ToString();
            var line = written[(written.LastIndexOf('\n') + 1)..];
            text.Length -= line.Length;
            return line;
        }
    }

    void Append(ReadOnlySpan<char> added)
    {
        if (full) return;
        var room = Limit - written;
        full = added.Length > room;
        text.Append(full ? added[..room] : added);
        if (full) text.Append($"\n[The cell wrote more than {Limit:N0} characters. The rest is not shown.]\n");
        written += added.Length;
    }

    void Drain()
    {
        if (text.Length == 0) return;
        var piece = text.ToString();
        text.Clear();
        listener(new StreamOutput(stream, piece));
    }
}
