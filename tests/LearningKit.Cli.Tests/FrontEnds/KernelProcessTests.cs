using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>What becomes of kernels when there are several, and when their front end goes.</summary>
[Collection(FrontEndTests.Name)]
public sealed class KernelProcessTests(KernelInstallation kernel)
{
    // Nothing here takes long: this only keeps a broken kernel from holding up all tests.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task FrontEnd_KilledWithTwoKernelsOneOfThemBusy_LeavesNoProcess()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux tells which processes are left.");
        using var frontEnd = ChildRun.StartListening(KernelInstallation.PythonWith("jupyter_client"), [KernelInstallation.Source("two_kernels.py")], kernel.Environment);
        var errors = frontEnd.StandardError.ReadToEndAsync();
        try
        {
            var said = new List<string>();
            while (await frontEnd.StandardOutput.ReadLineAsync().WaitAsync(patience) is { } line && line != "ready") said.Add(line);

            Assert.Equal(["40", "41"], said);
            Assert.True(kernel.Processes().Count >= 3);
        }
        finally
        {
            frontEnd.Kill();
        }
        await frontEnd.WaitForExitAsync().WaitAsync(patience);
        await kernel.AllProcessesEndAsync();
        Assert.DoesNotContain("Traceback", await errors, StringComparison.Ordinal);
    }
}
