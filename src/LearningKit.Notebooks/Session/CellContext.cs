using System.Diagnostics.CodeAnalysis;
using LearningKit.Stopping;

namespace LearningKit.Notebooks;

/// <summary>
/// The execution of one cell, as the code within sees it. It follows the execution context into tasks, Parallel.For and
/// new threads, so what they write reaches the cell that started them, even after the cell has ended.
/// </summary>
/// <param name="number">The number of the execution.</param>
/// <param name="source">The cell's text.</param>
/// <param name="listener">Who gets the outputs.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source of the cancellation has no timer and no wait handle: nothing to release.")]
sealed class CellContext(int number, string source, Action<CellOutput> listener)
{
    /// <summary>What a cell is told that asks for a line where nobody can answer.</summary>
    public const string NoKeyboard =
        "This cell asks for a line from the keyboard, and a notebook that runs by itself has none. Put the value into a variable.";

    static readonly AsyncLocal<CellContext?> current = new();

    readonly OutputBuffer outputs = new(listener);
    readonly List<Action> endings = [];
    readonly CancellationTokenSource stop = new();
    CellInput? input;
    bool finished;
    volatile bool endsSoon;

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
    public CancellationToken Cancellation => stop.Token;

    /// <summary>Asks the person for a line; null where nobody sits at a keyboard.</summary>
    public Func<InputPrompt, CancellationToken, Task<string>>? ReadInput { get; init; }

    /// <summary>Asks the cell to stop. Runs what its code has registered for that, which may take its time.</summary>
    public void Stop()
    {
        try { stop.Cancel(); }
        catch (AggregateException) { } // Thrown by what was registered.
    }

    /// <summary>
    /// From now on code of the cell ends, on whatever thread, when it shows something or passes a <see cref="StopPoint"/>.
    /// </summary>
    public void EndSoon()
    {
        endsSoon = true;
        StopPoint.Want(static () => Current?.ThrowIfItIsToEnd());
    }

    /// <summary>Ends the calling code if the cell was to stop and has not.</summary>
    /// <exception cref="OperationCanceledException">It was.</exception>
    public void ThrowIfItIsToEnd()
    {
        if (endsSoon) throw new OperationCanceledException("The cell was stopped.", Cancellation);
    }

    /// <summary>The name of the cell with a number.</summary>
    public static string NameOf(int number) => $"Cell[{number}]";

    /// <summary>Takes text that the cell wrote to a stream.</summary>
    public void Write(string stream, ReadOnlySpan<char> text) => outputs.Write(stream, text);

    /// <summary>Shows an output after the text that was written before.</summary>
    public void Show(CellOutput output) => outputs.Show(output);

    /// <summary>Hands on what was written so far.</summary>
    public void Flush() => outputs.Flush();

    /// <summary>The keyboard, for code that reads from <see cref="Console.In"/>: the question is what the cell wrote last on its line.</summary>
    public CellInput Input => LazyInitializer.EnsureInitialized(ref input, () => new(() => Ask(new(outputs.TakeLine()))));

    /// <summary>Asks the person for a line and waits for it.</summary>
    /// <exception cref="CellException">Nobody sits at a keyboard.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public string Ask(InputPrompt prompt)
    {
        outputs.Flush();
        if (ReadInput is null) throw new CellException("NoKeyboard", NoKeyboard);
        var answer = ReadInput(prompt, Cancellation);
        try
        {
            answer.Wait(Cancellation);
        }
        catch (AggregateException) { }
        return answer.GetAwaiter().GetResult();
    }

    /// <summary>Asks for something to be done when the cell's last line has run.</summary>
    public void AtEnd(Action ending) => endings.Add(ending);

    /// <summary>Does what was asked for at the end, once, and hands on what is still buffered.</summary>
    public void Finish()
    {
        if (Interlocked.Exchange(ref finished, true)) return;
        foreach (var ending in endings) ending();
        outputs.Flush();
    }
}
