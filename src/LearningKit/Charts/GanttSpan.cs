using LearningKit.Tracing;

namespace LearningKit.Charts;

/// <summary>One bar of a timeline.</summary>
sealed record GanttSpan(int Worker, TraceCategory Category, TimeSpan Start, TimeSpan End, int Count, bool Failed, string Name, int? Part)
{
    /// <summary>What the pointer shows.</summary>
    public string Say(TimeScale scale) =>
        $"{(Count > 1 ? $"{Count} x {Category.ToString().ToLowerInvariant()}" : Name)}{(Failed ? " (failed)" : "")}: "
        + $"{scale.Say((End - Start).TotalSeconds)}, from {NumberText.Of(scale.Of(Start.TotalSeconds))} to {scale.Say(End.TotalSeconds)}";
}
