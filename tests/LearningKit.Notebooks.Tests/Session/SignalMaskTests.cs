using System.Runtime;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class SignalMaskTests
{
    [SkippableFact]
    public void Thread_ThatWasAborted_HearsSignalsAgain_AndCanBeAbortedAgain()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux stops threads by a signal.");
        List<string> blocked = [];
        var thread = new Thread(() =>
        {
            blocked.Add(Blocked());
            for (var round = 0; round < 3; round++)
            {
                var signals = SignalMask.OfThisThread();
                Abort();
                signals.Restore();
                blocked.Add(Blocked());
            }
        })
        { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(2)), "an abort did not arrive");
        Assert.Equal(4, blocked.Count);
        Assert.Single(blocked.Distinct());
    }

    static void Abort()
    {
        using var abort = new CancellationTokenSource();
        using var running = new ManualResetEventSlim();
        new Thread(() =>
        {
            running.Wait();
            abort.Cancel();
        })
        { IsBackground = true }.Start();
#pragma warning disable SYSLIB0046 // What is tested is what an abort leaves behind.
        Assert.Throws<OperationCanceledException>(() => ControlledExecution.Run(() =>
        {
            running.Set();
            while (true) { }
        }, abort.Token));
#pragma warning restore SYSLIB0046
    }

    static string Blocked() => File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("SigBlk", StringComparison.Ordinal));
}
