using LearningKit.Engines;
using LearningKit.Workloads;

namespace LearningKit.Measuring;

/// <summary>What a scaling study measures.</summary>
public sealed record ScalingStudyOptions
{
    /// <summary>The problem.</summary>
    public required WorkloadInfo Workload { get; init; }

    /// <summary>The engines that solve it.</summary>
    public required IReadOnlyList<EngineInfo> Engines { get; init; }

    /// <summary>The numbers of workers. One worker is always measured as well: its distance to the serial version is the overhead.</summary>
    public required IReadOnlyList<int> Workers { get; init; }

    /// <summary>The problem's size; in a weak study the size for one worker. Null for the workload's own.</summary>
    public long? Size { get; init; }

    /// <summary>Where the problem's input and the order of the runs begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What stays the same when workers are added.</summary>
    public ScalingKind Kind { get; init; } = ScalingKind.Strong;

    /// <summary>How many samples each point gives. At least <see cref="SamplerOptions.FewestRepeats"/>.</summary>
    public int Repeats { get; init; } = SamplerOptions.FewestRepeats;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The size of the problem for so many workers.</summary>
    public long SizeFor(int workers)
    {
        var size = Size ?? Workload.DefaultSize;
        return Kind == ScalingKind.Strong ? size : (long)Math.Round(size * Math.Pow(workers, 1 / Workload.WorkExponent));
    }

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentException">There is no engine, or one is named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public ScalingStudyOptions Validated()
    {
        if (Engines.Count == 0) throw new ArgumentException("A study needs at least one engine.", nameof(Engines));
        if (Engines.DistinctBy(engine => engine.Name).Count() < Engines.Count) throw new ArgumentException("An engine is named twice. Name each once.", nameof(Engines));
        if (Engines.Any(engine => engine.Name == StudyResult.SerialName)) throw new ArgumentException($"'{StudyResult.SerialName}' is the name of the serial version. Give the engine another.", nameof(Engines));
        if (Size is < 0) throw new ArgumentOutOfRangeException(nameof(Size), Size, "A size is not negative.");
        foreach (var workers in Workers) new RunOptions { Workers = workers }.Validated();
        new SamplerOptions { Repeats = Repeats }.Validated();
        return this;
    }
}
