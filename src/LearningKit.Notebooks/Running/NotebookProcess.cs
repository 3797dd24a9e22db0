namespace LearningKit.Notebooks;

/// <summary>
/// Executes notebooks in a process of their own, one process a notebook: timings start fresh, and a cell that never ends,
/// overflows the stack or exits takes only that process down. What was shown until then is kept.
/// </summary>
/// <param name="fileName">The program to start; it must call <see cref="SessionWorker.RunAsync"/>.</param>
/// <param name="arguments">Its arguments.</param>
/// <example>
/// <code>
/// var process = new NotebookProcess(Environment.ProcessPath!, "session");
/// var run = await process.RunAsync(Notebook.Load("01-words.ipynb"), new() { Timeout = TimeSpan.FromMinutes(2) }, progress, cancel);
/// </code>
/// </example>
public sealed class NotebookProcess(string fileName, params IReadOnlyList<string> arguments)
{
    /// <summary>Executes a notebook.</summary>
    /// <returns>As <see cref="NotebookRunner.RunAsync"/>.</returns>
    /// <exception cref="InvalidOperationException">The program did not start, or ended before the first cell; the message has its last words.</exception>
    /// <inheritdoc cref="NotebookRunner.RunAsync" path="/param|/exception"/>
    public async Task<NotebookRun> RunAsync(
        Notebook notebook, RunnerOptions? options = null, IProgress<CellProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        cancel.ThrowIfCancellationRequested();
        options ??= new();
        var session = new WorkerSession(fileName, arguments, new() { WorkingDirectory = NotebookRunner.FolderOf(notebook, options) });
        await using (session.ConfigureAwait(false))
        {
            // Nobody works with the session after this: there is nothing to save from a cell that runs.
            using var kill = cancel.Register(() => _ = session.DisposeAsync().AsTask());
            try
            {
                await session.WaitUntilReadyAsync().ConfigureAwait(false);
                return await NotebookRunner.RunInAsync(session, notebook, options, progress, cancel).ConfigureAwait(false);
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancel);
            }
        }
    }
}
