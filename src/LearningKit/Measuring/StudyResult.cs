namespace LearningKit.Measuring;

/// <summary>What a scaling study found, with the machine on which it was found.</summary>
public sealed record StudyResult
{
    /// <summary>The name of the serial version's timing.</summary>
    public const string SerialName = "serial";

    /// <summary>The workload's name.</summary>
    public required string Workload { get; init; }

    /// <summary>The workload with its parameters.</summary>
    public required string Description { get; init; }

    /// <summary>What the size counts, with its unit.</summary>
    public required string SizeMeaning { get; init; }

    /// <summary>The problem's size; in a weak study the size for one worker.</summary>
    public required long Size { get; init; }

    /// <summary>Where the problem's input and the order of the runs began.</summary>
    public required int Seed { get; init; }

    /// <summary>What stayed the same when workers were added.</summary>
    public required ScalingKind Kind { get; init; }

    /// <summary>Where it was measured.</summary>
    public required MachineCard Machine { get; init; }

    /// <summary>The best serial version on a problem of <see cref="Size"/>: the baseline of every speed-up.</summary>
    public required Timing Serial { get; init; }

    /// <summary>Every engine with every number of workers.</summary>
    public required IReadOnlyList<StudyPoint> Points { get; init; }

    /// <summary>
    /// How many times as fast as the serial version. In a weak study the problem has grown with the workers, and the serial
    /// time counts as grown in step: the scaled speed-up of Gustafson, "Reevaluating Amdahl's Law", CACM 31 (1988).
    /// </summary>
    /// <remarks>On a machine without a second core to be had, nothing is concluded about more than one worker.</remarks>
    public Ratio Speedup(StudyPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var growth = Kind == ScalingKind.Weak ? point.Workers : 1;
        var baseline = Serial with { Seconds = [.. Serial.Seconds.Select(seconds => seconds * growth)] };
        var speedup = Ratio.Of(baseline, point.Timing);
        return point.Workers > 1 && Machine.Trust.Level == TrustLevel.None ? speedup with { Verdict = Verdict.CannotTell } : speedup;
    }

    /// <summary>The speed-up for each worker: 1 when every worker does as much as the serial version.</summary>
    public Ratio Efficiency(StudyPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Speedup(point).Scale(1.0 / point.Workers);
    }

    /// <summary>Writes the study as JSON. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => StudyJson.Save(this, path);

    /// <summary>Reads a study that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is not a study: says where it breaks.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StudyResult Load(string path) => StudyJson.Load(path);

    /// <summary>
    /// Writes the study as CSV, one row a sample, for a spreadsheet or a data frame. Machine and study stand in the first two
    /// lines as comments that begin with #. The file appears whole or not at all.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteCsv(string path) => StudyCsv.Write(this, path);

    /// <summary>Reads a study that <see cref="WriteCsv"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is not a study: says in which row, and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StudyResult ReadCsv(string path) => StudyCsv.Read(path);

    /// <summary>Returns this study, read from a file, when its figures can be worked with.</summary>
    /// <exception cref="InvalidDataException">A timing has no samples, or a number makes no sense.</exception>
    internal StudyResult Checked(string path)
    {
        Check(Serial, 1);
        foreach (var point in Points)
        {
            if (point is null) throw new InvalidDataException($"'{path}' holds a point that is null.");
            Check(point.Timing, point.Workers);
        }
        return this;

        void Check(Timing timing, int workers)
        {
            if (timing.Seconds.Count == 0) throw new InvalidDataException($"'{path}' holds no samples of '{timing.Name}'.");
            if (workers < 1) throw new InvalidDataException($"'{path}' says that '{timing.Name}' had {workers} workers. There is at least 1.");
        }
    }
}
