using LearningKit.Cli.Testing;
using Xunit;

namespace LearningKit.Cli.Tests.Testing;

public sealed class TestRunTests : IDisposable
{
    const string Trx = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="A.Passes" outcome="Passed" />
            <UnitTestResult testName="A.AlsoPasses" outcome="Passed" />
            <UnitTestResult testName="A.Fails" outcome="Failed"><Output><ErrorInfo><Message>Assert.Equal() Failure</Message></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testName="A.Waits" outcome="NotExecuted"><Output><ErrorInfo><Message>There is no chromium.</Message></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testName="A.Silent" outcome="NotExecuted" />
          </Results>
        </TestRun>
        """;

    readonly TemporaryFolder folder = new();
    readonly List<string> lines = [];

    public TestRunTests() => Skip.If(OperatingSystem.IsWindows(), "The fake 'dotnet' is a shell script.");

    [SkippableFact]
    public async Task Run_OfTwoProjects_SumsThemUpWithReasons()
    {
        WriteDotnet($"""
            if [ "$1" = test ]; then
                cp "{folder.Write("one", Trx)}" "{folder.File("results")}/one.trx"
                cp "{folder.Write("two", Trx.Replace("Failed", "Passed", StringComparison.Ordinal))}" "{folder.File("results")}/two.trx"
                exit 1
            fi
            mkdir -p "{folder.File("results")}"
            """);

        Assert.False(await Run().RunAsync([], CancellationToken.None));

        Assert.Equal("5 passed, 1 failed, 4 skipped", Run().Results.Summary);
        Assert.Contains(new SkippedTest("A.Waits", "There is no chromium."), Run().Results.Skipped);
        Assert.Contains(new SkippedTest("A.Silent", "no reason given"), Run().Results.Skipped);
    }

    [SkippableFact]
    public async Task Run_WhenTheBuildFails_DoesNotTestAndKeepsNoOldResults()
    {
        folder.Write("results/old.trx", Trx);
        WriteDotnet("echo \"$1\"; exit 1");

        Assert.False(await Run().RunAsync([], CancellationToken.None));

        Assert.Equal(["build"], lines);
        Assert.Equal("0 passed, 0 failed, 0 skipped", Run().Results.Summary);
    }

    [SkippableFact]
    public async Task Run_WithArguments_HandsThemToDotnetTest()
    {
        WriteDotnet("echo \"$*\"");

        Assert.True(await Run().RunAsync(["--filter", "Name~Heat"], CancellationToken.None));

        Assert.EndsWith("--filter Name~Heat", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("test LearningKit.sln -c Release --no-build", lines[^1], StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    void WriteDotnet(string text) => folder.WriteScript("dotnet", text);

    TestRun Run() => new(folder.File("dotnet"), folder.Path, folder.File("results"), lines.Add);
}
