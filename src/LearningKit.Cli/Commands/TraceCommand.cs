using System.CommandLine;
using LearningKit.Charts;
using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Engines;
using LearningKit.Tracing;
using LearningKit.Workloads;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit trace</c>: who did what when, in one run.</summary>
sealed class TraceCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public TraceCommand(Terminal terminal) : base(
        "trace",
        "Run a workload once and draw who did what when. Writes a page with the timeline, and a trace that https://ui.perfetto.dev opens.",
        ("kit trace mandelbrot --engine threads-static --workers 2", "see how equal blocks of rows are not equal work"),
        ("kit trace mandelbrot --engine threads --workers 2", "the same with a part at a time"))
    {
        var workload = new WorkloadArgument();
        var engine = new EnginesOption("threads");
        var workers = new WorkersOption(Environment.ProcessorCount);
        var size = new Option<long?>("--size") { Description = "The problem's size; each workload says what it counts. Default: about a second on one core.", HelpName = "n" };
        var parts = new Option<int?>("--parts") { Description = $"Into how many parts the problem is divided. Default: {RunOptions.PartsPerWorker} a worker.", HelpName = "n" };
        var folder = new Option<string?>("--out") { Description = "The folder for page and trace. Default: a new one in artifacts/traces.", HelpName = "folder" };
        foreach (var symbol in (Option[])[engine, workers, size, parts, folder]) Add(symbol);
        Add(workload);
        SetAction((parsed, cancel) => RunAsync(
            terminal,
            parsed.GetRequiredValue(workload),
            parsed.GetValue(size),
            One(engine.In(parsed)),
            new() { Workers = One(workers.In(parsed)), Parts = parsed.GetValue(parts), Trace = new() },
            parsed.GetValue(folder),
            cancel));
    }

    static T One<T>(T[] typed) => typed is [var one] ? one : throw new BadUsageException("A trace is of one run: name one engine and one number of workers.");

    static async Task<int> RunAsync(
        Terminal terminal, WorkloadInfo workload, long? size, EngineInfo engineInfo, RunOptions options, string? folder, CancellationToken cancel)
    {
        const int seed = 1;
        Usage.Check(options.Validated);
        var problem = await Usage.CheckSizeAsync(workload, size, () => Task.FromResult(workload.Create(size ?? workload.DefaultSize, seed))).ConfigureAwait(false);
        var engine = engineInfo.Create();
        await using var ending = engine.ConfigureAwait(false);

        // A first run compiles; what is drawn is the second.
        await problem.RunAsync(engine, options with { Trace = null }, cancel).ConfigureAwait(false);
        await problem.RunAsync(engine, options, cancel).ConfigureAwait(false);

        var trace = options.Trace!;
        folder = Path.GetFullPath(folder ?? Path.Combine(KitPaths.Artifacts, "traces", $"{workload.Name}-{DateTime.Now:yyyyMMdd-HHmmss}"));
        new HtmlPage($"{workload.Name} on {engineInfo.Name}, {options.Workers} workers").Add(new GanttChart(trace)).Save(Path.Combine(folder, "timeline.html"));
        ChromeTrace.Write(trace, Path.Combine(folder, "trace.json"));
        terminal.Out.WriteLine(problem.Description);
        terminal.Out.WriteLine(TraceSummary.Of(trace, options.Workers));
        terminal.Out.WriteLine($"Written: {folder}{Path.DirectorySeparatorChar}timeline.html, trace.json (open the latter at https://ui.perfetto.dev)");
        return ExitCode.Success;
    }
}
