using LearningKit.Cli.Kernels;
using LearningKit.Cli.Terminals;
using LearningKit.Cli.Tests.Processes;
using Xunit;

namespace LearningKit.Cli.Tests.Kernels;

public sealed class LabCommandTests : IDisposable
{
    readonly KitProcess kit = new();

    public LabCommandTests() => Skip.If(OperatingSystem.IsWindows(), "The Jupyter of these tests is a shell script.");

    [SkippableFact]
    public async Task Lab_WithoutJupyter_SaysHowToGetItAndInstallsNothing()
    {
        var run = await kit.RunAsync("lab");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("pip install jupyterlab", run.Error, StringComparison.Ordinal);
        Assert.Contains("Visual Studio Code", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(kit.Path("jupyter")));
    }

    [SkippableFact]
    public async Task Lab_BehindAShimThatFails_StartsTheJupyterThatRuns()
    {
        kit.WriteNotebook("notebooks/03-threads.ipynb", "1");
        kit.WriteProgram("bin/jupyter-lab", "echo 'pyenv: jupyter-lab: command not found' >&2; exit 127");
        kit.WriteProgram("bin/jupyter-notebook", "if [ \"$1\" != --version ]; then echo \"started with $*\"; exit 7; fi");

        var run = await kit.RunAsync("lab", "03");

        Assert.Equal(7, run.ExitCode);
        Assert.StartsWith($"started with {kit.Path("notebooks/03-threads.ipynb")} --ip=127.0.0.1", run.Out, StringComparison.Ordinal);
        Assert.Contains("Starting Jupyter Notebook", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(kit.Path($"jupyter/kernels/{KernelSpec.UsualName}/kernel.json")));
    }

    [SkippableTheory]
    [InlineData("none", "--no-browser")]
    [InlineData("firefox", "--browser=firefox")]
    public async Task Lab_WithABrowserNamed_TellsJupyter(string browser, string argument)
    {
        kit.WriteProgram("bin/jupyter-lab", "if [ \"$1\" != --version ]; then echo \"started with $*\"; fi");

        var run = await kit.RunAsync("lab", "--browser", browser);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"started with {kit.Path("notebooks")} ", run.Out, StringComparison.Ordinal);
        Assert.Contains(argument, run.Out, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Lab_WithTheKernelInstalled_DoesNotInstallAgain()
    {
        kit.WriteProgram("bin/jupyter-lab", "");

        var first = await kit.RunAsync("lab");
        var second = await kit.RunAsync("lab");

        Assert.Contains("Installed the kernel", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Installed the kernel", second.Error, StringComparison.Ordinal);
    }

    public void Dispose() => kit.Dispose();
}
