using System.Diagnostics;
using LearningKit.Notebooks.Jupyter;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class ProcessTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task FrontEnd_ThatEnds_IsNoticed()
    {
        Skip.If(OperatingSystem.IsWindows(), "There the front end is named by a handle that the kernel inherits.");
        using var frontEnd = Process.Start("sleep", "600");
        var watch = FrontEndWatch.WaitForEndAsync($"{frontEnd.Id}", CancellationToken.None);
        Assert.False(watch.IsCompleted);
        frontEnd.Kill();
        await watch.WaitAsync(patience);
    }

    [SkippableFact]
    public async Task FrontEnd_ThatHasEndedAndIsNotWaitedFor_IsNoticed()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "It reads /proc.");
        using var parent = Process.Start(new ProcessStartInfo("bash", ["-c", "sleep 600 & echo $!; exec sleep 600"]) { RedirectStandardOutput = true })!;
        try
        {
            var id = await parent.StandardOutput.ReadLineAsync();
            using var frontEnd = Process.GetProcessById(int.Parse(id!));
            await Eventually.HoldsAsync(() => !parent.HasExited && File.ReadAllText($"/proc/{parent.Id}/comm") == "sleep\n");
            var watch = FrontEndWatch.WaitForEndAsync(id, CancellationToken.None);
            frontEnd.Kill(); // Its parent is no shell any more and never asks how it ended.
            await watch.WaitAsync(patience);
        }
        finally
        {
            parent.Kill();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("no number")]
    public async Task FrontEnd_ThatIsNotNamed_IsNeverMissed(string? name)
    {
        using var cancel = new CancellationTokenSource();
        var watch = FrontEndWatch.WaitForEndAsync(name, cancel.Token);
        Assert.False(watch.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public async Task Kernel_WithoutConnectionFile_SaysSoAndDisposesItsSession()
    {
        var session = new FakeSession();
        Assert.Equal(1, await JupyterKernel.RunAsync(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()), session));
        Assert.True(session.Disposed.Task.IsCompleted);
    }

    [Fact]
    public async Task Kernel_Cancelled_EndsWellAndDisposesItsSession()
    {
        var session = new FakeSession();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{"shell_port":0,"iopub_port":0,"stdin_port":0,"control_port":0,"hb_port":0,"key":"k"}""");
            using var cancel = new CancellationTokenSource();
            var running = JupyterKernel.RunAsync(file, session, cancel.Token);
            await cancel.CancelAsync();
            Assert.Equal(0, await running.WaitAsync(patience));
            Assert.True(session.Disposed.Task.IsCompleted);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Kernel_WhosePortIsTaken_TakesNoneOfTheOthers()
    {
        await using var first = new JupyterKernel(new(), new FakeSession());
        var connection = first.Connection with { ShellPort = 0, ControlPort = 0 };
        Assert.ThrowsAny<System.Net.Sockets.SocketException>(() => new JupyterKernel(connection, new FakeSession()));
    }
}
