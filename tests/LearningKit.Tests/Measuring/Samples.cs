using LearningKit.Measuring;

namespace LearningKit.Tests.Measuring;

/// <summary>Made-up results.</summary>
static class Samples
{
    public static Timing Timing(string name, params double[] seconds) => new() { Name = name, Seconds = seconds };

    /// <summary>Ten samples around a median.</summary>
    public static Timing Around(string name, double median) =>
        Timing(name, [.. new[] { -4, -3, -2, -1, 0, 0, 1, 2, 3, 4 }.Select(step => median * (1 + step / 1000.0))]);

    public static MachineCard Machine(TrustBadge? trust = null) => new()
    {
        Cpu = "A Processor",
        Cores = 2,
        VectorBits = 256,
        Caches = [new(1, "Data", 32 << 10, 1), new(3, "Unified", 32 << 20, 2)],
        Memory = 8L << 30,
        Os = "An OS",
        Runtime = ".NET",
        GcMode = "workstation GC",
        Tiering = "tiered",
        ThreadPool = new(2, 100, 1),
        Build = "Release",
        Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Trust = trust ?? TrustBadge.Of(2, 1.9),
    };

    public static StudyResult Study(ScalingKind kind, Timing serial, params StudyPoint[] points) => new()
    {
        Workload = "work",
        Description = "Work { Size = 10 }",
        SizeMeaning = "items",
        Size = 10,
        Seed = 1,
        Kind = kind,
        Machine = Machine(),
        Serial = serial,
        Points = points,
    };
}
