using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Measuring;

/// <summary>Measures how the time of a workload changes with the number of workers.</summary>
/// <example>
/// <code>
/// var study = await ScalingStudy.RunAsync(new()
/// {
///     Workload = WorkloadCatalog.Find("mandelbrot"),
///     Engines = [EngineCatalog.Find("threads"), EngineCatalog.Find("tasks")],
///     Workers = [1, 2, 4],
/// });
/// display(new SpeedupChart(study));
/// study.Save("study.json");
/// </code>
/// </example>
/// <remarks>
/// The baseline is the best serial version, not one parallel worker; both are in the result. Every answer is checked against
/// the serial one. All points are sampled in turn, in an order drawn for each round.
/// </remarks>
public static class ScalingStudy
{
    /// <summary>Runs the study.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="progress">Told after each step; null tells nobody.</param>
    /// <param name="cancel">Stops between two runs, and the run itself as its engine does.</param>
    /// <exception cref="AnswersDifferException">An engine's answer is not the serial one.</exception>
    /// <exception cref="DebugBuildException">The kit, or the workload, was compiled without optimisation.</exception>
    /// <exception cref="PartFailedException">A part threw.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static async Task<StudyResult> RunAsync(ScalingStudyOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        BuildMode.Refuse([options.Workload.Create.Method.Module.Assembly]);

        int[] workerCounts = [.. options.Workers.Append(1).Distinct().Order()];
        var size = options.SizeFor(1);
        var engines = new List<IEngine>();
        try
        {
            // Problems by their size: one for a strong study, one a number of workers for a weak one.
            var problems = new Dictionary<long, (Problem Problem, object Expected)>();
            foreach (var each in workerCounts.Select(options.SizeFor).Distinct())
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new(0, 1, $"solving size {each} serially"));
                var problem = options.Workload.Create(each, options.Seed);
                problems.Add(each, (problem, problem.Solve()));
            }

            var rounds = new SamplingRounds(new() { Repeats = options.Repeats, Seed = options.Seed, Clock = options.Clock });
            var (serial, answer) = problems[size];
            await rounds.AddAsync(StudyResult.SerialName, () => ValueTask.FromResult<object?>(serial.Solve()), Check(StudyResult.SerialName, serial, answer), cancel).ConfigureAwait(false);

            var points = new List<(string Engine, int Workers, long Size)>();
            foreach (var info in options.Engines)
                foreach (var workers in workerCounts)
                {
                    var engine = info.Create();   // for each point: some keep their workers, and would start others in each round
                    engines.Add(engine);
                    var (problem, expected) = problems[options.SizeFor(workers)];
                    var run = new RunOptions { Workers = workers };
                    var name = $"{info.Name} x {workers}";
                    await rounds.AddAsync(name, async () => await problem.RunAsync(engine, run, cancel).ConfigureAwait(false), Check(name, problem, expected), cancel).ConfigureAwait(false);
                    points.Add((info.Name, workers, options.SizeFor(workers)));
                }

            var timings = await rounds.RunAsync(progress, cancel).ConfigureAwait(false);
            return new()
            {
                Workload = options.Workload.Name,
                Description = serial.Description,
                SizeMeaning = options.Workload.SizeMeaning,
                Size = size,
                Seed = options.Seed,
                Kind = options.Kind,
                Machine = MachineCard.Read(),
                Serial = timings[0],
                Points = [.. points.Zip(timings.Skip(1), (point, timing) => new StudyPoint(point.Engine, point.Workers, point.Size, timing))],
            };
        }
        finally
        {
            foreach (var engine in engines) await engine.DisposeAsync().ConfigureAwait(false);
        }
    }

    static Action<object?> Check(string name, Problem problem, object expected) => answer =>
    {
        if (!problem.Agrees(answer!, expected))
            throw new AnswersDifferException($"'{name}' did not give the serial answer to {problem.Description}, so it was not timed. A part may depend on another, or write to what they share.");
    };
}
