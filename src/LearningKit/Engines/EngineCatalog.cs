namespace LearningKit.Engines;

/// <summary>
/// Every engine by name. One of the core adds its file and one line here; one of another project, which the core does not know,
/// is added by the program that has it.
/// </summary>
public static class EngineCatalog
{
    static readonly Lock gate = new();

    /// <summary>All engines, from the plainest on.</summary>
    public static IReadOnlyList<EngineInfo> All { get; private set; } =
    [
        new("sequential", "one part after the other on one thread", () => new SequentialEngine()),
        new("threads", "a new thread a worker; a free worker takes the next part", () => new ThreadEngine()),
        new("threads-static", "a new thread a worker; each gets one block of parts", () => new ThreadEngine(Schedule.Static)),
        new("threads-cyclic", "a new thread a worker; parts are dealt like cards", () => new ThreadEngine(Schedule.Cyclic)),
        new("tasks", "thread pool by Parallel.For; Parallel.ForEachAsync for parts that wait", () => new TaskEngine()),
        new("tasks-range", "thread pool with one fixed range of parts a worker", () => new TaskEngine(TaskPartitioner.Range)),
        new("tasks-balanced", "thread pool with one part at a time", () => new TaskEngine(TaskPartitioner.LoadBalancing)),
        new("plinq", "a parallel LINQ query", () => new PlinqEngine()),
        new("team", "a team of threads kept from run to run; a free worker takes the next part", () => new TeamEngine()),
    ];

    /// <summary>Adds an engine at the end. One that has its name already is replaced.</summary>
    public static void Add(EngineInfo engine)
    {
        lock (gate) All = [.. All.Where(other => other.Name != engine.Name), engine];
    }

    /// <summary>Finds an engine by its name.</summary>
    /// <exception cref="ArgumentException">No engine has that name; the message lists those that exist.</exception>
    public static EngineInfo Find(string name) =>
        All.FirstOrDefault(engine => engine.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no engine '{name}'. There are: {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));
}
