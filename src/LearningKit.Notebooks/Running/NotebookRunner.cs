using System.Diagnostics;
using LearningKit.Charts;
using LearningKit.Notebooks.Magics;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks;

/// <summary>Executes a notebook from top to bottom in this process and records what its cells show.</summary>
/// <remarks>
/// It stops at the first cell that fails, unless the cell is tagged <c>raises-exception</c>. A cell that cannot be stopped
/// or ends the process takes this process with it: to be safe from that, use <see cref="NotebookProcess"/>.
/// </remarks>
public static class NotebookRunner
{
    /// <summary>Executes a notebook.</summary>
    /// <param name="notebook">The notebook; it is not changed.</param>
    /// <param name="options">Time limit, parameters, folder.</param>
    /// <param name="progress">Hears of each cell's start, outputs and end, in order, on the threads where they happen.</param>
    /// <param name="cancel">Stops the running cell and the execution.</param>
    /// <exception cref="NotebookFormatException">The notebook is written for another kernel, or lacks a parameter.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook, RunnerOptions? options = null, IProgress<CellProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new();
        WebPage.BeginSession();
        var session = new CSharpSession(new() { WorkingDirectory = FolderOf(notebook, options) });
        await using (session.ConfigureAwait(false))
            return await RunInAsync(session, notebook, options, progress, cancel).ConfigureAwait(false);
    }

    /// <summary>Executes a notebook in a session that was opened for it.</summary>
    internal static async Task<NotebookRun> RunInAsync(
        INotebookSession session, Notebook notebook, RunnerOptions options, IProgress<CellProgress>? progress, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var recorder = new RunRecorder(Prepare(notebook, options), progress);
        var cells = recorder.Notebook.Cells;
        for (var index = 0; index < cells.Count && recorder.Failure is null; index++)
            if (cells[index].Kind == CellKind.Code)
                await RunCellAsync(session, recorder, index, options.Timeout, cancel).ConfigureAwait(false);
        return new(recorder.Finish(), recorder.Failure, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>A copy of a notebook that is ready to be executed: for this kernel, with the parameters given.</summary>
    static Notebook Prepare(Notebook notebook, RunnerOptions options)
    {
        var language = notebook.Language;
        if (!MagicCatalog.All.Any(magic => magic.TakesBody && magic.IsNamed(language)))
            throw new NotebookFormatException(
                $"{notebook.Name} is written for a kernel of the language '{language}'. The kit executes C# notebooks "
                + "(kernelspec .net-csharp); open this one with its own kernel.");
        var copy = notebook.Copy();
        ParameterInjector.Inject(copy, options.Parameters);
        return copy;
    }

    /// <summary>The folder from which a notebook's cells name files.</summary>
    internal static string FolderOf(Notebook notebook, RunnerOptions options) =>
        options.WorkingDirectory
        ?? (notebook.Path is null ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!);

    static async Task RunCellAsync(INotebookSession session, RunRecorder recorder, int index, TimeSpan timeout, CancellationToken cancel)
    {
        var cell = recorder.Notebook.Cells[index];
        var count = recorder.Notebook.Cells.Count;
        var request = new CellRequest(cell.Source)
        {
            Language = cell.Language ?? recorder.Notebook.Language,
            OnOutput = output => recorder.Report(new CellShowed(index, count, output)),
        };
        recorder.Report(new CellStarted(index, count));
        using var limit = new TimeLimit(timeout, cancel);
        var result = await session.ExecuteAsync(request, limit.Token).ConfigureAwait(false);
        var error = limit.Passed && result.Status == CellStatus.Cancelled ? TimeLimit.Error(timeout) : result.Error;
        var expected = result is { Status: CellStatus.Failed, StateLost: false } && cell.Tags.Contains("raises-exception");
        recorder.Report(new CellEnded(index, count, result.Number, result.Duration, error, expected));
        cancel.ThrowIfCancellationRequested();
    }
}
