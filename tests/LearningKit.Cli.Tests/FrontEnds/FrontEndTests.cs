using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>Tests with real front ends, one after the other: each starts several processes, and Jupyter's own test has narrow time limits.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FrontEndTests : ICollectionFixture<KernelInstallation>
{
    public const string Name = "Front ends";
}
