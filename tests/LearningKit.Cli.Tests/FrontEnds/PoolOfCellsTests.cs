using System.Text.Json;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>What is typed in a notebook in front of the real kernel runs in worker processes.</summary>
[Collection(FrontEndTests.Name)]
public sealed class PoolOfCellsTests(KernelInstallation kernel)
{
    [SkippableFact]
    public async Task Lambda_OfACellWithWhatEarlierCellsDeclared_RunsOnAPoolThatEndsWithTheKernel()
    {
        var run = await kernel.RunAsync(KernelInstallation.PythonWith("jupyter_client"), KernelInstallation.Source("pool_of_cells.py"));

        Assert.True(run.ExitCode == 0, run.Error);
        var said = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Dictionary<string, string>>(line)!).ToList();
        Assert.All(said.SkipLast(1), cell => Assert.Equal("", cell["printed"] + cell["error"]));
        Assert.Equal("4.5 9 13.5 True", said[3]["result"]);
        Assert.Equal("Pixel { X = 1, Y = 20 }", said[5]["result"]);
        Assert.Contains("variable 'open' of Cell[3]", said[6]["error"]);
        await kernel.AllProcessesEndAsync();
    }
}
