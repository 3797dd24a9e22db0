using LearningKit.Conformance;
using LearningKit.Engines;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class SequentialEngineTests : SharedMemoryConformance
{
    protected override bool IsParallel => false;

    protected override IEngine Create() => new SequentialEngine();
}

public sealed class DynamicThreadEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new ThreadEngine();
}

public sealed class StaticThreadEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new ThreadEngine(Schedule.Static);
}

public sealed class CyclicThreadEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new ThreadEngine(Schedule.Cyclic);
}

public sealed class AdaptiveTaskEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new TaskEngine();
}

public sealed class RangeTaskEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new TaskEngine(TaskPartitioner.Range);
}

public sealed class LoadBalancingTaskEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new TaskEngine(TaskPartitioner.LoadBalancing);
}

public sealed class PlinqEngineTests : SharedMemoryConformance
{
    protected override IEngine Create() => new PlinqEngine();
}

public sealed class EngineCatalogTests
{
    [Fact]
    public void Find_EveryName_MakesTheEngineOfThatName() =>
        Assert.All(EngineCatalog.All, info => Assert.Equal(info.Name, EngineCatalog.Find(info.Name).Create().Name));

    [Fact]
    public void Find_UnknownName_ListsTheKnownOnes()
    {
        var refusal = Assert.Throws<ArgumentException>(() => EngineCatalog.Find("gpu"));
        Assert.Contains("There is no engine 'gpu'. There are: sequential, threads,", refusal.Message, StringComparison.Ordinal);
    }
}
