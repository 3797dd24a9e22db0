using System.Globalization;
using LearningKit.Cli.Terminals;
using LearningKit.Notebooks;

namespace LearningKit.Cli.Lessons;

/// <summary>Executes notebooks one after the other, each in a process of its own, and tells how they fare.</summary>
/// <param name="terminal">Where to tell.</param>
/// <param name="options">How each is executed.</param>
/// <param name="folder">Where the executed copies go.</param>
sealed class NotebookBatch(Terminal terminal, RunnerOptions options, string folder)
{
    readonly LiveLine line = new(terminal);

    /// <summary>The paths of the copies that were written, in order.</summary>
    public List<string> Executed { get; } = [];

    /// <summary>How many notebooks did not run to their end.</summary>
    public int Failed { get; private set; }

    /// <summary>Executes the notebooks. One that fails does not keep the others from running.</summary>
    public async Task RunAsync(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        var width = paths.Max(path => LessonFolder.NameOf(path).Length);
        try
        {
            foreach (var path in paths) await RunAsync(path, LessonFolder.NameOf(path).PadRight(width), cancel).ConfigureAwait(false);
        }
        finally
        {
            line.Clear();
        }
    }

    async Task RunAsync(string path, string name, CancellationToken cancel)
    {
        try
        {
            line.Show($"     {name}  starting");
            var run = await ChildKit.NotebookProcess().RunAsync(Notebook.Load(path), options, new Told<CellProgress>(step => Show(name, step)), cancel).ConfigureAwait(false);
            var copy = Path.Combine(folder, Path.GetFileName(path));
            run.Notebook.Save(copy);
            Executed.Add(copy);
            if (run.Failure is null) line.Finish($"ok   {name}  {Cells(run.Notebook)} cells  {Seconds(run.Duration)}");
            else Fail(name, $"cell {run.Failure.Index + 1} of {run.Notebook.Cells.Count} (In [{run.Failure.Number}]) failed: {run.Failure.Error.Name}: {run.Failure.Error.Message}");
        }
        catch (Exception exception) when (exception is NotebookFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            Fail(name, Sentence.Of(exception));
        }
    }

    void Show(string name, CellProgress step)
    {
        if (step is CellStarted) line.Show($"     {name}  cell {step.Index + 1} of {step.Count}");
    }

    void Fail(string name, string reason)
    {
        Failed++;
        line.Clear();
        terminal.Out.Flush();
        terminal.Error.WriteLine($"FAIL {name}  {reason}");
    }

    static int Cells(Notebook notebook) => notebook.Cells.Count(cell => cell.Kind == CellKind.Code);

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
