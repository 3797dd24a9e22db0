using System.CommandLine;
using LearningKit.Charts;
using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Measuring;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit study</c>: a scaling study from the terminal.</summary>
sealed class StudyCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public StudyCommand(Terminal terminal) : base(
        "study",
        "Measure how a workload's time changes with the number of workers, against its best serial version. Writes a table, a page of charts, JSON and CSV.",
        ("kit study mandelbrot --workers 1,2,4", "strong scaling: the same problem for more workers"),
        ("kit study mandelbrot --engine threads-static,threads,plinq", "three ways to hand out the same work"),
        ("kit study count-primes --engine threads,processes", "threads beside worker processes"),
        ("kit study monte-carlo-pi --weak --size 20000000", "weak scaling: the problem grows with the workers"))
    {
        var workload = new WorkloadArgument();
        var engines = new EnginesOption("threads");
        var workers = new WorkersOption(WorkersOption.Doubling(Environment.ProcessorCount));
        var size = new Option<long?>("--size") { Description = "The problem's size; each workload says what it counts. Default: about a second on one core.", HelpName = "n" };
        var repeats = new Option<int>("--repeat") { Description = "How many samples each point gives.", HelpName = "n", DefaultValueFactory = _ => SamplerOptions.FewestRepeats };
        var weak = new Option<bool>("--weak") { Description = "Let the problem grow with the workers; --size is then the size for one." };
        var folder = new Option<string?>("--out") { Description = "The folder for page, JSON and CSV. Default: a new one in artifacts/studies.", HelpName = "folder" };
        foreach (var symbol in (Option[])[engines, workers, size, repeats, weak, folder]) Add(symbol);
        Add(workload);
        SetAction((parsed, cancel) => RunAsync(
            terminal,
            new()
            {
                Workload = parsed.GetRequiredValue(workload),
                Engines = engines.In(parsed),
                Workers = workers.In(parsed),
                Size = parsed.GetValue(size),
                Repeats = parsed.GetValue(repeats),
                Kind = parsed.GetValue(weak) ? ScalingKind.Weak : ScalingKind.Strong,
            },
            parsed.GetValue(folder),
            cancel));
    }

    static async Task<int> RunAsync(Terminal terminal, ScalingStudyOptions options, string? folder, CancellationToken cancel)
    {
        Usage.Check(options.Validated);
        var line = new LiveLine(terminal);
        var study = await Usage.CheckSizeAsync(options.Workload, options.Size, () => ScalingStudy.RunAsync(
            options, new Told<StudyProgress>(step => line.Show($"{step.Done} of {step.Total}: {step.Doing}")), cancel)).ConfigureAwait(false);
        line.Clear();

        folder = Path.GetFullPath(folder ?? Path.Combine(KitPaths.Artifacts, "studies", $"{study.Workload}-{study.Machine.Date:yyyyMMdd-HHmmss}"));
        var (speedup, efficiency) = (new SpeedupChart(study), new EfficiencyChart(study));
        var page = new HtmlPage($"Scaling of {study.Workload}");
        page.Add(new TimingChart([study.Serial, .. study.Points.Select(point => point.Timing)]) { Badge = study.Machine.Trust }).Add(speedup).Add(efficiency);
        page.AddHeading("Where it was measured").AddPreformatted(study.Machine.ToString()).Save(Path.Combine(folder, "study.html"));
        study.Save(Path.Combine(folder, "study.json"));
        study.WriteCsv(Path.Combine(folder, "study.csv"));

        terminal.Out.WriteLine(study.Serial);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(speedup.ToText());
        terminal.Out.WriteLine(efficiency.ToText());
        terminal.Out.WriteLine($"Written: {folder}{Path.DirectorySeparatorChar}study.html, study.json, study.csv");
        return ExitCode.Success;
    }
}
