using LearningKit.Data;
using Xunit;

namespace LearningKit.Tests.Data;

public sealed class KitPathsTests
{
    [Fact]
    public void Root_FromATestRun_HoldsTheSolution() =>
        Assert.True(File.Exists(Path.Combine(KitPaths.Root, "LearningKit.sln")));

    [Fact]
    public void Folders_AreBelowTheRoot()
    {
        string[] folders =
            [KitPaths.Artifacts, KitPaths.Datasets, KitPaths.MadeDatasets, KitPaths.Notebooks, KitPaths.Run, KitPaths.Web];
        Assert.All(folders, folder => Assert.StartsWith(KitPaths.Root + Path.DirectorySeparatorChar, folder));
    }
}
