using LearningKit.Cli.Kernels;
using LearningKit.Cli.Terminals;
using LearningKit.Cli.Tests.Processes;
using Xunit;

namespace LearningKit.Cli.Tests.Kernels;

public sealed class KernelCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Install_IntoAPrefix_IsUndoneByUninstall()
    {
        var installed = await KitRun.Of("kernel", "install", "--prefix", folder.Path, "--name", "my-csharp");

        Assert.Equal((0, ""), (installed.ExitCode, installed.Error));
        Assert.True(new KernelSpec(folder.File("share/jupyter/kernels/my-csharp")).IsCurrent);
        Assert.Contains("choose the kernel by hand", installed.Out, StringComparison.Ordinal);

        var removed = await KitRun.Of("kernel", "uninstall", "--prefix", folder.Path, "--name", "my-csharp");

        Assert.Equal(0, removed.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("share/jupyter/kernels")));
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task Command_OnAForeignKernel_LeavesItAlone(string command)
    {
        var json = folder.Write("share/jupyter/kernels/python3/kernel.json", """{"argv":["python"]}""");

        var run = await KitRun.Of("kernel", command, "--prefix", folder.Path, "--name", "python3");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("not of LearningKit, and it stays as it is", run.Error, StringComparison.Ordinal);
        Assert.Equal("""{"argv":["python"]}""", File.ReadAllText(json));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(json)!));
    }

    [Fact]
    public async Task Uninstall_OfNothing_SaysSo()
    {
        var run = await KitRun.Of("kernel", "uninstall", "--prefix", folder.Path);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("There is no kernel in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfGoodAndBadEntries_SaysWhatToDo()
    {
        using var kit = new KitProcess();
        Assert.Contains("not installed as a kernel. 'kit kernel install' does it.", (await kit.RunAsync("kernel", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await kit.RunAsync("kernel", "install")).ExitCode);
        Assert.Equal(0, (await kit.RunAsync("kernel", "install", "--name", "old")).ExitCode);
        var old = kit.Path("jupyter/kernels/old/kernel.json");
        File.WriteAllText(old, File.ReadAllText(old).Replace("kit.dll", "kit-of-yore.dll", StringComparison.Ordinal));

        var lines = (await kit.RunAsync("kernel", "list")).Out.Split('\n');

        Assert.Equal($"learningkit-csharp  {kit.Path("jupyter/kernels/learningkit-csharp")}", lines[0]);
        Assert.Equal("  Starts this kit.", lines[1]);
        Assert.Contains("kit-of-yore.dll, which is gone. 'kit kernel install --name old' makes it start this kit", lines[3], StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
