using System.Diagnostics;
using LearningKit.Shipping;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>Real workers that are killed at chosen moments: each item has its one outcome all the same.</summary>
public sealed class PoolDeathTests
{
    const int Large = 64 << 20;   // many times what pipes and rings hold: whoever sends it waits for the reader

    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Worker_KilledWhileItIsSentItsTask_IsReplacedAndTheTaskSentAgain()
    {
        using var pool = new ProcessPool(1);
        using var deaths = new SharedCounter();
        var (fuse, numbers) = (new Fuse(deaths.Address), new byte[Large]);
        numbers[^1] = 7;
        var answer = await pool.ApplyAsync(arguments => arguments.Numbers[^1], (Fuse: fuse, Numbers: numbers)).WaitAsync(patience);
        Assert.Equal(7, answer);
        Assert.Equal([TaskOutcome.WorkerDied, TaskOutcome.Succeeded], pool.Records.Select(record => record.Outcome));
        Assert.Equal(2, deaths.Value);
    }

    [Fact]
    public async Task Worker_KilledWhileItSendsItsResult_IsReplacedAndTheTaskTriedAgain()
    {
        using var pool = new ProcessPool(1);
        using var deaths = new SharedCounter();
        var address = deaths.Address;
        var (_, numbers) = await pool.ApplyAsync(() => (new ReadersFuse(address, Environment.ProcessId), Numbers())).WaitAsync(patience);
        Assert.Equal((Large, 7), (numbers.Length, numbers[^1]));
        Assert.Equal([TaskOutcome.WorkerDied, TaskOutcome.Succeeded], pool.Records.Select(record => record.Outcome));

        static byte[] Numbers()
        {
            var numbers = new byte[Large];
            numbers[^1] = 7;
            return numbers;
        }
    }

    [Fact]
    public async Task Worker_KilledFromOutside_IsExplainedToWhoeverWaits()
    {
        using var begun = new SharedCounter();
        using var pool = new ProcessPool(1, new() { Retries = 0 });
        var running = pool.ApplyAsync(() =>
        {
            begun.Increment();
            while (true) { }
#pragma warning disable CS0162 // The compiler wants a result.
            return 0;
#pragma warning restore CS0162
        });
        Assert.True(SpinWait.SpinUntil(() => begun.Value == 1, patience));
        using (var process = Process.GetProcessById(pool.Workers[0].ProcessId)) process.Kill();
        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => running.WaitAsync(patience));
        Assert.True(died.End.WasKilled);
        Assert.StartsWith("Item 0 could not be computed: its worker died, at 1 of 1 attempts. The process of worker 0 was killed from outside (signal 9)", died.Message, StringComparison.Ordinal);
        Assert.Contains("memory runs out", died.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_WhoseHolderIsKilled_GoesToTheWorkerThatWaits_WhichIsTold()
    {
        using var pool = new ProcessPool(2, new() { Retries = 0 });
        using var gate = new SharedLock();
        using var held = new SharedEvent();
        using var waiting = new SharedEvent();
        using var holding = new SharedCounter();
        var holder = pool.ApplyAsync(() =>
        {
            using var holder = gate.Enter();
            holding.Add(Environment.ProcessId);
            held.Set();
            Thread.Sleep(Timeout.Infinite);
        });
        Assert.True(held.Wait(patience));
        var taker = pool.ApplyAsync(() =>
        {
            waiting.Set();
            using var holder = gate.Enter();
            return (holder.WasAbandoned, Environment.ProcessId);
        });
        Assert.True(waiting.Wait(patience));
        Assert.False(taker.IsCompleted);
        using (var process = Process.GetProcessById((int)holding.Value)) process.Kill();
        await Assert.ThrowsAsync<WorkerDiedException>(() => holder.WaitAsync(patience));
        var (wasAbandoned, by) = await taker.WaitAsync(patience);
        Assert.True(wasAbandoned);
        Assert.NotEqual(holding.Value, by);
    }

    /// <summary>Kills whoever receives it, the first time: what comes behind it cannot have been read by then.</summary>
    public sealed class Fuse(string address) : IReopenable<Fuse>
    {
        public string Address => address;

        public static Fuse Open(string address)
        {
            var deaths = SharedCounter.Open(address);
            if (deaths.Increment() == 1) Crime.KillMyself();
            return new(address);
        }
    }

    /// <summary>Kills whoever sent it, the first time, and waits for the death: by then nothing behind it has been read.</summary>
    public sealed class ReadersFuse(string deaths, int sender) : IReopenable<ReadersFuse>
    {
        public string Address => $"{deaths} {sender}";

        public static ReadersFuse Open(string address)
        {
            var words = address.Split(' ');
            var deaths = SharedCounter.Open(words[0]);
            if (deaths.Increment() == 1)
            {
                using var process = Process.GetProcessById(int.Parse(words[^1], System.Globalization.CultureInfo.InvariantCulture));
                process.Kill();
                process.WaitForExit();
            }
            return new(words[0], 0);
        }
    }
}
