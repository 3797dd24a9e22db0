using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningKit.Cli.Setup;
using LearningKit.Data;
using Xunit;

namespace LearningKit.Cli.Tests.Devcontainer;

public partial class DevcontainerTests
{
    static readonly string folder = Path.Combine(KitPaths.Root, ".devcontainer");
    static readonly string dockerfile = File.ReadAllText(Path.Combine(folder, "Dockerfile"));

    [Fact]
    public void Packages_OfTheDockerfile_AreFound() => Assert.Contains("openmpi-bin", Packages);

    [SkippableFact]
    public async Task Packages_OfTheDockerfile_ExistInTheListsOfThisSystem()
    {
        var apt = new AptPackages(Host.Current, _ => { });
        Skip.IfNot(apt.IsHere, "This system has no apt-get.");
        Skip.IfNot(await apt.HoldsAsync("openmpi-bin", CancellationToken.None), "The package lists of this system are not here: apt-get update fetches them.");

        foreach (var package in Packages) Assert.True(await apt.HoldsAsync(package, CancellationToken.None), $"There is no package '{package}'.");
    }

    [Fact]
    public void Spark_OfTheDockerfile_IsPinnedByItsHash() =>
        Assert.Matches(@"ARG SPARK_VERSION=\d+\.\d+\.\d+\nARG SPARK_SHA512=[0-9a-f]{128}\n", dockerfile);

    [Fact]
    public void Container_AfterCreation_SetsUpTheKitAndItsKernel()
    {
        var container = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "devcontainer.json")))!;
        Assert.Equal("./kit setup && ./kit kernel install", (string?)container["postCreateCommand"]);
        var extensions = container["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(extension => (string?)extension);
        Assert.Contains("ms-toolsai.jupyter", extensions);
        Assert.Contains("ms-dotnettools.csharp", extensions);
    }

    static IReadOnlyList<string> Packages =>
        [.. InstallLines().Match(dockerfile).Groups["packages"].Value.Split([' ', '\\', '\n'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"apt-get install --yes --no-install-recommends (?<packages>[^&]*)&&")]
    private static partial Regex InstallLines();
}
