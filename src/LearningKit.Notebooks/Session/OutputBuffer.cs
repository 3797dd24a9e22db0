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
    bool waitsForPump;

    /// <summary>Adds text to a stream.</summary>
    public void Write(string name, ReadOnlySpan<char> added)
    {
        bool wake;
        lock (gate)
        {
            if (written > Limit) return;
            if (name != stream) Drain();
            stream = name;
            written += added.Length;
            text.Append(added);
            if (written > Limit) text.Append($"\n[The cell wrote more than {Limit:N0} characters. The rest is not shown.]\n");
            wake = !waitsForPump;
            waitsForPump = true;
        }
        if (wake) OutputPump.Enqueue(this);
    }

    /// <summary>Hands on an output after the text before it.</summary>
    public void Show(CellOutput output)
    {
        lock (gate)
        {
            Drain();
            listener(output);
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

    void Drain()
    {
        if (text.Length == 0) return;
        var piece = text.ToString();
        text.Clear();
        listener(new StreamOutput(stream, piece));
    }
}
