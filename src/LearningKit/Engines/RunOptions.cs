using LearningKit.Tracing;

namespace LearningKit.Engines;

/// <summary>How a run is to be done.</summary>
public sealed record RunOptions
{
    /// <summary>The most workers that a run may ask for. More than this is a typing error on any machine the kit knows.</summary>
    public const int MostWorkers = 1024;

    /// <summary>Parts a worker gets on average when <see cref="Parts"/> is not given: enough to even out unequal parts.</summary>
    public const int PartsPerWorker = 4;

    /// <summary>How many workers execute parts at the same time. Default: as many as the runtime sees processors.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Into how many parts the problem is divided. Default (null): <see cref="PartsPerWorker"/> for each worker.</summary>
    public int? Parts { get; init; }

    /// <summary>Where to record who did what when; null records nothing.</summary>
    public Trace? Trace { get; init; }

    /// <summary>Told after each part; null tells nobody.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>The number of parts that a run with these options asks the workload for.</summary>
    public int PartsWanted => Parts ?? Workers * PartsPerWorker;

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no workers, too many, or no parts.</exception>
    public RunOptions Validated()
    {
        if (Workers is < 1 or > MostWorkers)
            throw new ArgumentOutOfRangeException(nameof(Workers), Workers, $"Workers must be from 1 to {MostWorkers}. This machine has {Environment.ProcessorCount} processors.");
        if (Parts is < 1)
            throw new ArgumentOutOfRangeException(nameof(Parts), Parts, "Parts must be at least 1.");
        return this;
    }
}
