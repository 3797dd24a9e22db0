namespace LearningKit.Workloads;

/// <summary>Every workload of the kit by name. A new workload adds its file and one line here.</summary>
public static class WorkloadCatalog
{
    /// <summary>All workloads in the order in which lessons meet them.</summary>
    public static IReadOnlyList<WorkloadInfo> All { get; } =
    [
    ];

    /// <summary>Finds a workload by its name.</summary>
    /// <exception cref="ArgumentException">No workload has that name; the message lists those that exist.</exception>
    public static WorkloadInfo Find(string name) =>
        All.FirstOrDefault(workload => workload.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no workload '{name}'. There are: {string.Join(", ", All.Select(w => w.Name))}.", nameof(name));
}
