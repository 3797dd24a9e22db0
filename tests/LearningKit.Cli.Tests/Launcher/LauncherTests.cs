using Xunit;

namespace LearningKit.Cli.Tests.Launcher;

public class LauncherTests
{
    // Nothing here takes long: this only keeps a broken launcher from holding up all tests.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    public LauncherTests() => Skip.If(OperatingSystem.IsWindows(), "The launcher 'kit' is for POSIX shells; Windows has kit.cmd.");

    [SkippableFact]
    public async Task Start_WithoutDotnet_SaysHowToGetIt()
    {
        using var house = new LauncherHouse();
        File.Delete(house.At("bin/dotnet"));
        var bare = new Dictionary<string, string?> { ["PATH"] = BareTools(house) };

        var run = await house.RunAsync(bare, "--help");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("needs the .NET SDK 10.0, and there is no 'dotnet' on the PATH", run.Error, StringComparison.Ordinal);
        Assert.Contains("https://dotnet.microsoft.com/download/dotnet/10.0", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [SkippableTheory]
    [InlineData("8.0.404 [/usr/share/dotnet/sdk]", "8.0.404")]
    [InlineData("11.0.100 [/usr/share/dotnet/sdk]", "11.0.100")]
    [InlineData("", "no SDK at all")]
    public async Task Start_WithAnotherSdk_SaysWhichIsHereAndWhichIsNeeded(string sdks, string named)
    {
        using var house = new LauncherHouse(sdks);

        var run = await house.RunAsync("--help");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("needs the .NET SDK 10.0", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.Equal(0, house.Builds);
    }

    [SkippableFact]
    public async Task Start_WithOlderSdkBesideTheRightOne_Runs()
    {
        using var house = new LauncherHouse("8.0.404 [/a]\n10.0.401 [/a]");
        Assert.Equal(0, (await house.RunAsync()).ExitCode);
    }

    [SkippableFact]
    public async Task Start_FirstTime_BuildsOnceAndSaysSo()
    {
        using var house = new LauncherHouse();

        var first = await house.RunAsync("a", "b c");
        var second = await house.RunAsync("a");

        Assert.Equal("Building LearningKit (once; about two minutes)…\n", first.Error);
        Assert.Equal($"home={house.Root} folder={Directory.GetCurrentDirectory()} args=a b c\n", first.Out);
        Assert.Empty(second.Error);
        Assert.Equal(1, house.Builds);
    }

    [SkippableFact]
    public async Task Start_FromTheOutsideThroughALink_FindsItsHome()
    {
        using var house = new LauncherHouse();
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(elsewhere.File("kit"), house.Kit);

        var run = await ChildRun.OfAsync(elsewhere.File("kit"), [], new Dictionary<string, string?> { ["PATH"] = $"{house.At("bin")}:/usr/bin:/bin" });

        Assert.StartsWith($"home={house.Root} ", run.Out, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("src/LearningKit.Cli/Program.cs")]
    [InlineData("src/LearningKit.Cli/packages.lock.json")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public async Task Start_AfterASourceChanged_BuildsAgain(string source)
    {
        using var house = new LauncherHouse();
        await house.RunAsync();
        if (!File.Exists(house.At(source))) house.Write(source, "");
        File.SetLastWriteTimeUtc(house.At(source), DateTime.UtcNow.AddSeconds(1));

        await house.RunAsync();

        Assert.Equal(2, house.Builds);
    }

    [SkippableFact]
    public async Task Start_AfterASourceWasRemoved_BuildsAgain()
    {
        using var house = new LauncherHouse();
        house.Write("src/LearningKit.Cli/Old.cs", "");
        await house.RunAsync();
        File.Delete(house.At("src/LearningKit.Cli/Old.cs"));

        await house.RunAsync();

        Assert.Equal(2, house.Builds);
    }

    [SkippableFact]
    public async Task Start_TwiceAtTheSameTime_BuildsOnce()
    {
        using var house = new LauncherHouse();
        await ChildRun.OfAsync("mkfifo", [house.At("gate")]);
        using var first = house.Start("first");
        using var second = house.Start("second");
        var ends = new[] { ChildRun.EndAsync(first), ChildRun.EndAsync(second) };

        // Opening the gate waits for the build that stands before it.
        await Task.Run(() => File.WriteAllText(house.At("gate"), "go\n")).WaitAsync(patience);
        var runs = await Task.WhenAll(ends).WaitAsync(patience);

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(1, house.Builds);
        Assert.Single(runs, run => run.Error.Contains("Building", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Start_WithTheLockOfAKilledStart_GoesOn()
    {
        using var house = new LauncherHouse();
        using var dead = ChildRun.Start("true", []);
        await dead.WaitForExitAsync();
        house.Write("artifacts/kit.lock/holder", $"{dead.Id}\n");

        var run = await house.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, house.Builds);
    }

    [SkippableFact]
    public async Task Start_WhenTheBuildFails_ShowsTheErrorsAndLeavesNothingHalfDone()
    {
        using var house = new LauncherHouse();
        house.Write("complaint", "Restoring…\n/a/Program.cs(3,7): error CS1002: ; expected [/a/Cli.csproj]\n/a/Program.cs(3,7): error CS1002: ; expected [/a/Cli.csproj]\n");

        var run = await house.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The build failed:\n/a/Program.cs(3,7): error CS1002: ; expected\nThe whole log is in", run.Error, StringComparison.Ordinal);
        Assert.Equal(["kit-build.log"], Directory.EnumerateFileSystemEntries(house.At("artifacts")).Select(Path.GetFileName));
        Assert.Equal(1, house.Builds);
    }

    [SkippableFact]
    public async Task Start_WithoutThePrecompiler_BuildsPlainlyAndSaysSo()
    {
        using var house = new LauncherHouse();
        house.Write("no-crossgen", "error NU1101: Unable to find package microsoft.netcore.app.crossgen2.linux-x64.\n");

        var run = await house.RunAsync("x");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Everything works; a start takes a second longer.", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("args=x\n", run.Out, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Start_ExitCodeOfKit_PassesThrough()
    {
        using var house = new LauncherHouse();
        var run = await house.RunAsync(new Dictionary<string, string?> { ["FAKE_EXIT"] = "7" });
        Assert.Equal(7, run.ExitCode);
    }

    [SkippableFact]
    public async Task Completion_BeforeTheFirstBuild_DoesNotBuild()
    {
        using var house = new LauncherHouse();
        var run = await house.RunAsync("[suggest:1]", "r");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
        Assert.Equal(0, house.Builds);
    }

    /// <summary>A folder with what the launcher calls, and no dotnet.</summary>
    static string BareTools(LauncherHouse house)
    {
        var tools = Directory.CreateDirectory(house.At("tools")).FullName;
        foreach (var tool in (string[])["sed", "dirname", "readlink", "find", "mkdir", "rm", "mv", "cat", "grep", "sort", "head", "tail", "sleep"])
            File.CreateSymbolicLink(Path.Combine(tools, tool), new[] { $"/usr/bin/{tool}", $"/bin/{tool}" }.First(File.Exists));
        return tools;
    }
}
