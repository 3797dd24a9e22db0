namespace LearningKit.Notebooks;

/// <summary>
/// The execution of one cell, as the code within sees it. It follows the execution context into tasks, Parallel.For and
/// new threads, so what they write reaches the cell that started them, even after the cell has ended.
/// </summary>
/// <param name="number">The number of the execution.</param>
/// <param name="source">The cell's text.</param>
/// <param name="listener">Who gets the outputs.</param>
/// <param name="cancellation">Cancelled when the cell is to stop.</param>
sealed class CellContext(int number, string source, Action<CellOutput> listener, CancellationToken cancellation)
{
    /// <summary>What a cell is told that asks for a line where nobody can answer.</summary>
    public const string NoKeyboard =
        "This cell asks for a line from the keyboard, and a notebook that runs by itself has none. Put the value into a variable.";

    static readonly AsyncLocal<CellContext?> current = new();

    readonly OutputBuffer outputs = new(listener);
    readonly List<Action> endings = [];

    /// <summary>The execution that the calling code belongs to, or null outside of cells.</summary>
    public static CellContext? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    /// <summary>The number of the execution.</summary>
    public int Number => number;

    /// <summary>The cell's name in messages and stack traces.</summary>
    public string Name => NameOf(number);

    /// <summary>The cell's text.</summary>
    public string Source => source;

    /// <summary>Cancelled when the cell is to stop.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Asks the person for a line; null where nobody sits at a keyboard.</summary>
    public Func<InputPrompt, CancellationToken, Task<string>>? ReadInput { get; init; }

    /// <summary>The name of the cell with a number.</summary>
    public static string NameOf(int number) => $"Cell[{number}]";

    /// <summary>Takes text that the cell wrote to a stream.</summary>
    public void Write(string stream, ReadOnlySpan<char> text) => outputs.Write(stream, text);

    /// <summary>Shows an output after the text that was written before.</summary>
    public void Show(CellOutput output) => outputs.Show(output);

    /// <summary>Hands on what was written so far.</summary>
    public void Flush() => outputs.Flush();

    /// <summary>Asks the person for a line and waits for it.</summary>
    /// <exception cref="CellException">Nobody sits at a keyboard.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public string Ask(InputPrompt prompt)
    {
        outputs.Flush();
        return ReadInput is null ? throw new CellException("NoKeyboard", NoKeyboard) : ReadInput(prompt, cancellation).GetAwaiter().GetResult();
    }

    /// <summary>Asks for something to be done when the cell's last line has run.</summary>
    public void AtEnd(Action ending) => endings.Add(ending);

    /// <summary>Does what was asked for at the end and hands on what is still buffered.</summary>
    public void Finish()
    {
        foreach (var ending in endings) ending();
        outputs.Flush();
    }
}
