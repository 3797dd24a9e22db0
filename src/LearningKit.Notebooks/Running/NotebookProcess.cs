using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks;

/// <summary>
/// Executes notebooks in a process of their own, one process a notebook: timings start fresh, and a cell that never ends,
/// overflows the stack or exits takes only that process down. What was shown until then is kept.
/// </summary>
/// <param name="fileName">The program to start; it must call <see cref="NotebookChild.RunAsync"/>.</param>
/// <param name="arguments">Its arguments.</param>
/// <example>
/// <code>
/// var process = new NotebookProcess(Environment.ProcessPath!, "run-notebook");
/// var run = await process.RunAsync(Notebook.Load("01-words.ipynb"), new() { Timeout = TimeSpan.FromMinutes(2) }, progress, cancel);
/// </code>
/// </example>
public sealed class NotebookProcess(string fileName, params IReadOnlyList<string> arguments)
{
    // The child stops a cell by itself within seconds; this is for a child that cannot.
    static readonly TimeSpan grace = TimeSpan.FromSeconds(12);
    static readonly TimeSpan untilFirstSign = TimeSpan.FromMinutes(2);

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
        var start = Stopwatch.GetTimestamp();
        var recorder = new RunRecorder(NotebookRunner.Prepare(notebook, options), progress);
        var folder = NotebookRunner.FolderOf(notebook, options);
        using var process = Start(folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(untilFirstSign);
        using var kill = limit.Token.Register(() => Kill(process));
        var errors = new ErrorLines(process.StandardError);
        try
        {
            await SendAsync(process, new(notebook.ToString(), notebook.Path, options with { WorkingDirectory = folder })).ConfigureAwait(false);
            await ReadAsync(process.StandardOutput, recorder, errors, message => limit.CancelAfter(
                message is CellStarted && options.Timeout < TimeSpan.FromDays(1) ? options.Timeout + grace : untilFirstSign)).ConfigureAwait(false);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Kill(process);
        }
        cancel.ThrowIfCancellationRequested();
        if (recorder.Running >= 0)
        {
            var error = limit.IsCancellationRequested ? TimeLimit.Error(options.Timeout) : await DeathAsync(process, errors).ConfigureAwait(false);
            var count = recorder.Notebook.Cells.Count;
            recorder.Report(new CellEnded(recorder.Running, count, recorder.LastNumber + 1, Stopwatch.GetElapsedTime(start), error, Expected: false));
        }
        else if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"The notebook process ({fileName}) ended with exit code {process.ExitCode}. {string.Join('\n', await errors.AllAsync().ConfigureAwait(false))}");
        return new(recorder.Finish(), recorder.Failure, Stopwatch.GetElapsedTime(start));
    }

    Process Start(string folder)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var info = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        try
        {
            return Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"The notebook process {fileName} could not be started: {exception.Message}", exception);
        }
    }

    // The pipe stays open behind the request: its end tells the child that its parent is gone.
    static async Task SendAsync(Process process, NotebookRequest request)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, NotebookRequest.Json)).ConfigureAwait(false);
            await process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException) { } // The child died at once; its exit code and last words tell why.
    }

    static async Task ReadAsync(StreamReader output, RunRecorder recorder, ErrorLines errors, Action<CellProgress> onMessage)
    {
        while (await output.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var mark = line.IndexOf(NotebookRequest.RecordSeparator);
            var printed = mark < 0 ? line + "\n" : line[..mark];
            if (printed.Length > 0) Print(StreamOutput.Out, printed);
            if (mark < 0) continue;
            var message = JsonSerializer.Deserialize<CellProgress>(line[(mark + 1)..], NotebookRequest.Json)!;
            if (message is CellEnded && errors.Take() is { Length: > 0 } text) Print(StreamOutput.Error, text);
            recorder.Report(message);
            onMessage(message);
        }

        void Print(string stream, string text)
        {
            if (recorder.Running >= 0)
                recorder.Report(new CellShowed(recorder.Running, recorder.Notebook.Cells.Count, new StreamOutput(stream, text)));
        }
    }

    static async Task<ErrorOutput> DeathAsync(Process process, ErrorLines errors)
    {
        const int shown = 12;
        var lines = await errors.AllAsync().ConfigureAwait(false);
        var message = lines.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal))
            ? "The calls of this cell nested too deeply: the stack overflowed and the process ended. Look for a recursion without end."
            : process.ExitCode == 128 + 9
                ? "The process of this notebook was killed from outside, as happens when memory runs out."
                : $"The process of this notebook ended in this cell with exit code {process.ExitCode}. A cell must not call Environment.Exit.";
        return new("ProcessEnded", message, [$"ProcessEnded: {message}", .. lines.Take(shown)]);
    }

    static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) ProcessTree.Kill(process);
        }
        catch (InvalidOperationException) { } // It ended in between.
    }

    /// <summary>What the child writes to its error stream, gathered while it runs so that it never waits for us.</summary>
    sealed class ErrorLines
    {
        readonly Lock gate = new();
        readonly List<string> lines = [];
        readonly Task reading;

        public ErrorLines(StreamReader reader) => reading = ReadAsync(reader);

        /// <summary>The lines since the last call, as text.</summary>
        public string Take()
        {
            lock (gate)
            {
                var text = string.Concat(lines.Select(line => line + "\n"));
                lines.Clear();
                return text;
            }
        }

        /// <summary>The lines since the last <see cref="Take"/>, when the child has ended.</summary>
        public async Task<IReadOnlyList<string>> AllAsync()
        {
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(2))).ConfigureAwait(false);
            lock (gate) return [.. lines];
        }

        async Task ReadAsync(StreamReader reader)
        {
            const int limit = 10_000;
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
                lock (gate)
                    if (lines.Count < limit) lines.Add(line);
        }
    }
}
