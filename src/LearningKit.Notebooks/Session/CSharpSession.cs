using System.Diagnostics;
using LearningKit.Charts;
using LearningKit.Notebooks.Completion;
using LearningKit.Notebooks.Magics;
using LearningKit.Stopping;

namespace LearningKit.Notebooks;

/// <summary>
/// Executes the cells of one notebook: C# compiled optimised, with state kept between cells, and other languages by their
/// magics (<c>#!bash</c>, <c>#!python</c>, …).
/// </summary>
/// <example>
/// <code>
/// await using var session = new CSharpSession();
/// await session.ExecuteAsync("var x = 6;");
/// var result = await session.ExecuteAsync("x * 7", output => Console.WriteLine(output));
/// </code>
/// </example>
/// <remarks>
/// Cells run one after the other; calls from several threads wait for each other. The README in this folder tells how
/// cells are compiled, captured and stopped.
/// </remarks>
public sealed class CSharpSession : INotebookSession
{
    static readonly TimeSpan untilHung = TimeSpan.FromSeconds(4);
    static readonly TimeSpan untilLooked = TimeSpan.FromMilliseconds(300);

    readonly SemaphoreSlim turn = new(1, 1);
    readonly SubmissionChain chain;
    readonly LibraryCompiler libraries;
    readonly CodeAssistant assistant;
    readonly Dictionary<string, string> sources = [];
    readonly List<IDisposable> resources = [];
    int executions;
    CellContext? running;
    CellThread? lastThread;

    /// <summary>Opens a session.</summary>
    public CSharpSession(SessionOptions? options = null)
    {
        Options = options ?? new();
        ConsoleCapture.Install();
        UnhandledExceptions.Install();
        RoslynWarmUp.Start();
        var references = new SessionReferences(Options);
        chain = new(references, Options.WorkingDirectory);
        libraries = new(references, chain, Options.CacheDirectory);
        assistant = new(chain, references, libraries, Options.WorkingDirectory);
    }

    /// <summary>The session's surroundings.</summary>
    public SessionOptions Options { get; }

    /// <summary>The variables of all cells with their present values.</summary>
    internal IEnumerable<(string Name, Type Type, object? Value)> Variables => chain.Variables();

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ExecuteNextAsync(request, cancel).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancel = default)
    {
        RefusePlaceOutside(code, position);
        return Answer("completion", () => assistant.Complete(code, position, cancel));
    }

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancel = default)
    {
        RefusePlaceOutside(code, position);
        return Answer("inspection", () => assistant.Inspect(code, position, cancel));
    }

    /// <inheritdoc/>
    public Task<CodeStatus> CheckAsync(string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Answer("check", () => CellCheck.Check(code, cancel));
    }

    static void RefusePlaceOutside(string code, int position)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, code.Length);
    }

    // On a thread of its own: cells may block every thread of the pool.
    static Task<T> Answer<T>(string question, Func<T> answer)
    {
        var done = new TaskCompletionSource<T>();
        new Thread(() =>
        {
            try
            {
                done.SetResult(answer());
            }
            catch (OperationCanceledException exception)
            {
                done.SetCanceled(exception.CancellationToken);
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        })
        { IsBackground = true, Name = question }.Start();
        return done.Task;
    }

    /// <summary>Hands on what the running cell has written so far.</summary>
    internal void FlushOutput() => running?.Flush();

    /// <summary>Completes when the last cell has really ended, also if its result said that it still runs.</summary>
    internal Task LastCell => lastThread?.Ended ?? Task.CompletedTask;

    /// <summary>Ends the programs that cells have started.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var resource in resources) resource.Dispose();
        resources.Clear();
        return ValueTask.CompletedTask;
    }

    /// <summary>The one object of its kind in this session, such as the Python process; disposed with the session.</summary>
    internal T Resource<T>(Func<T> create) where T : class, IDisposable
    {
        if (FindResource<T>() is { } known) return known;
        var made = create();
        resources.Add(made);
        return made;
    }

    /// <summary>The object of its kind that <see cref="Resource"/> has made, or null.</summary>
    internal T? FindResource<T>() where T : class, IDisposable => resources.OfType<T>().FirstOrDefault();

    /// <summary>Disposes an object with the session.</summary>
    internal void Keep(IDisposable resource) => resources.Add(resource);

    /// <summary>Disposes an object of <see cref="Resource"/>, so that the next use makes a new one.</summary>
    internal void Discard(IDisposable resource)
    {
        resources.Remove(resource);
        resource.Dispose();
    }

    /// <summary>Compiles a library for later cells.</summary>
    internal void CompileLibrary(string code, int firstLine, CellContext cell) => libraries.Compile(code, firstLine, cell);

    /// <summary>Declares a variable for later cells, which may be of a name that another has: then that one is hidden.</summary>
    /// <exception cref="CellException">The name is no name in C#.</exception>
    internal void Declare(string name, Type type, object? value, CellContext cell) => chain.Declare(name, type, value, cell);

    /// <summary>Compiles and runs C# as part of a cell.</summary>
    internal void RunCSharp(string code, int firstLine, CellContext cell, CellThread thread)
    {
        if (!string.IsNullOrWhiteSpace(code) && Evaluate(code, firstLine, cell, thread) is { } value)
            cell.Show(new ResultOutput(value, cell.Number));
    }

    /// <summary>Compiles and runs C#.</summary>
    /// <returns>The value of the last expression; null if it has none that is to be shown.</returns>
    MimeBundle? Evaluate(string code, int firstLine, CellContext cell, CellThread thread)
    {
        var submission = chain.Compile(code, firstLine, cell);
        cell.Write(StreamOutput.Error, submission.Warnings);

        Task<object?>? running = null;
        thread.Run(() => running = submission.Run());
        var value = Wait(running!, cell);
        if (!submission.HasValue || value is DisplayedValue) return null;
        // The value's own code runs too: its getters, its ToString, what computes a sequence.
        MimeBundle? data = null;
        thread.Run(() => data = Formatting.Formatter.Format(value));
        return data;
    }

    Task<CellResult> ExecuteNextAsync(CellRequest request, CancellationToken cancel)
    {
        executions = request.Number ?? executions + 1;
        var cell = new CellContext(executions, request.Code, request.OnOutput) { ReadInput = request.ReadInput };
        sources[cell.Name] = request.Code;
        WebPage.Session.BeginCell(request.Code);
        var start = Stopwatch.GetTimestamp();
        // Continuations run on the cell's own thread: the pool may be blocked by what the cell left behind.
        var done = new TaskCompletionSource<CellResult>();
        var before = lastThread;
        var thread = lastThread = new(cell, Work, GiveUp, cancel);
        thread.Start();
        return done.Task;

        void Work(CellThread self) => done.TrySetResult(ExecuteAfter(before, cell, request, self, start));

        void GiveUp()
        {
            cell.Finish();
            done.TrySetResult(Result(CellStatus.Cancelled, cell, start, Interrupted()) with { StillRunning = true });
        }
    }

    /// <summary>A cell that was given up gets a last time to end: two cells at once would disturb each other.</summary>
    CellResult ExecuteAfter(CellThread? before, CellContext cell, CellRequest request, CellThread thread, long start)
    {
        if (before?.Join(untilHung) ?? true) return Execute(cell, request, thread, start);
        lastThread = before;
        return Hung(before.Name);
    }

    CellResult Execute(CellContext cell, CellRequest request, CellThread thread, long start)
    {
        CellContext.Current = running = cell;
        StopPoint.Clear();
        Exception? thrown = null;
        IReadOnlyDictionary<string, ExpressionResult> expressions = new Dictionary<string, ExpressionResult>();
        try
        {
            RoslynWarmUp.Wait();
            foreach (var segment in CellSplitter.Split(cell.Source, request.Language))
            {
                cell.Cancellation.ThrowIfCancellationRequested();
                MagicCatalog.Find(segment.Magic).Execute(new(this, cell, thread, segment));
            }
            expressions = request.Expressions.ToDictionary(item => item.Key, item => Evaluate(item.Value, cell, request, thread));
        }
        catch (Exception exception)
        {
            thrown = exception;
        }
        var stopped = cell.Cancellation.IsCancellationRequested;
        if (stopped) TellOfLeftThreads(cell);
        cell.Finish();
        return thrown switch
        {
            null => Result(CellStatus.Succeeded, cell, start, null) with { Expressions = expressions },
            _ when stopped => Result(CellStatus.Cancelled, cell, start, Interrupted()),
            _ => Result(CellStatus.Failed, cell, start, Describe(thrown)),
        };
    }

    /// <summary>Evaluates an expression that the caller sent with a cell.</summary>
    ExpressionResult Evaluate(string expression, CellContext cell, CellRequest request, CellThread thread)
    {
        try
        {
            var context = new CellContext(cell.Number, expression, request.OnOutput);
            return new(Evaluate(expression, 1, context, thread) ?? MimeBundle.OfText(""), null);
        }
        catch (Exception exception) when (!cell.Cancellation.IsCancellationRequested)
        {
            return new(null, Describe(exception));
        }
    }

    /// <summary>Waits for the part of a cell that follows its first await; it runs on the thread pool, where nothing aborts it.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped, and waited for something: nothing of it computes.</exception>
    static object? Wait(Task<object?> running, CellContext cell)
    {
        try
        {
            running.Wait(cell.Cancellation);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            while (!((IAsyncResult)running).AsyncWaitHandle.WaitOne(untilLooked))
                if (BusyThreads.Count() == 0) throw;
        }
        catch (AggregateException) { }
        return running.GetAwaiter().GetResult();
    }

    static void TellOfLeftThreads(CellContext cell)
    {
        if (BusyThreads.Count() is var left and > 0)
            cell.Write(StreamOutput.Error, $"{left} thread{(left == 1 ? "" : "s")} that cells have started still compute{(left == 1 ? "s" : "")}, "
                + "and nothing in .NET stops a thread that does not listen. Restart the session to end what is left: it makes measurements wrong.\n");
    }

    /// <summary>An exception as learners read it.</summary>
    internal ErrorOutput Describe(Exception exception) => exception switch
    {
        CellCompilationException compilation => new("CompilationError", compilation.Message, compilation.Lines),
        CellException known => known.Output,
        _ => ExceptionText.Describe(exception, sources.GetValueOrDefault),
    };

    static CellResult Result(CellStatus status, CellContext cell, long start, ErrorOutput? error) =>
        new(status, cell.Number, Stopwatch.GetElapsedTime(start), error);

    static ErrorOutput Interrupted() => new("Interrupted", "The cell was stopped before it ended.");

    CellResult Hung(string cell) => new(CellStatus.Failed, executions, TimeSpan.Zero, new(
        "SessionError", $"{cell} was told to stop and still runs, so this session can execute no other cell. Start a new one."))
    {
        StillRunning = true,
    };
}
