using System.Globalization;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>The machine in one line under a chart's title; what it is worth stands in the badge.</summary>
static class MachineText
{
    /// <summary>Processor, runtime, system and day.</summary>
    public static string Of(MachineCard machine) =>
        $"{machine.Cpu}, {machine.Runtime}, {machine.Os}, {machine.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.";
}
