using LearningKit.Conformance;
using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

public sealed class ProcessEngineTests : EngineConformance
{
    protected override int RandomRuns => 10;

    protected override IEngine Create() => new ProcessEngine();
}
