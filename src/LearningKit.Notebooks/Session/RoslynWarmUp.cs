namespace LearningKit.Notebooks;

/// <summary>
/// Compiles and runs one line in the background as soon as a session opens, so that loading and jitting the compiler
/// overlaps with the reading of the notebook.
/// </summary>
static class RoslynWarmUp
{
    static readonly Lazy<Thread> thread = new(() =>
    {
        var started = new Thread(Run) { IsBackground = true, Name = "Roslyn warm-up" };
        started.Start();
        return started;
    });

    /// <summary>Begins, unless it began before.</summary>
    public static void Start() => _ = thread.Value;

    /// <summary>Waits for the end, so that a first cell does not do the same work beside it.</summary>
    public static void Wait() => thread.Value.Join();

    static void Run()
    {
        var options = new SessionOptions();
        var chain = new SubmissionChain(new(options), options.WorkingDirectory);
        const string code = "var items = new[] { 1, 2 }.Select(item => item + 1).ToList();\nConsole.Out.Flush();\n$\"{items.Count}\"";
        var cell = new CellContext(0, code, _ => { });
        chain.Compile(code, 1, cell).Run().Wait();
    }
}
