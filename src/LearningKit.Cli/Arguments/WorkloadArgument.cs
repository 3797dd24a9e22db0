using System.CommandLine;
using LearningKit.Workloads;

namespace LearningKit.Cli.Arguments;

/// <summary>A workload by its name.</summary>
sealed class WorkloadArgument : Argument<WorkloadInfo>
{
    /// <summary>Makes the argument.</summary>
    public WorkloadArgument() : base("workload")
    {
        HelpName = "workload";
        Description = $"What to compute: {string.Join(", ", WorkloadCatalog.All.Select(workload => workload.Name))}.";
        CustomParser = result => Checked.Parse(result, () => WorkloadCatalog.Find(result.Tokens.Single().Value));
        CompletionSources.Add(_ => WorkloadCatalog.All.Select(workload => workload.Name));
    }
}
