using LearningKit.Engines;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class FetchValuesTests
{
    [Fact]
    public async Task RunAsync_TasksAndThreads_GiveTheTruth()
    {
        await using var server = await LocalServer.StartAsync(TimeSpan.Zero);
        var fetch = new FetchValues(server.Address, server.Key, Requests: 60);
        Assert.Equal(fetch.Truth, fetch.Solve());
        Assert.Equal(fetch.Truth, await new TaskEngine().RunAsync(fetch, new() { Workers = 20, Parts = 60 }));
        Assert.Equal(fetch.Truth, await new ThreadEngine().RunAsync(fetch, new() { Workers = 4 }));
        Assert.Equal(180, server.Served);
    }

    [Fact]
    public async Task RunAsync_ManyRequestsInFlight_WaitAtTheSameTime()
    {
        // Every request waits until all ten wait: with fewer in flight this would never end.
        var (waiting, allWait) = (0, new TaskCompletionSource());
        await using var server = await LocalServer.StartAsync(new LocalServerOptions
        {
            Gate = (_, aborted) =>
            {
                if (Interlocked.Increment(ref waiting) == 10) allWait.SetResult();
                return allWait.Task.WaitAsync(aborted);
            },
        });
        var fetch = new FetchValues(server.Address, server.Key, Requests: 10);
        Assert.Equal(fetch.Truth, await new TaskEngine().RunAsync(fetch, new() { Workers = 10, Parts = 10 }));
        Assert.Equal(10, server.MostWaiting);
    }

    [Fact]
    public async Task Execute_ServerStopped_SaysWhatToDo()
    {
        var server = await LocalServer.StartAsync(TimeSpan.Zero);
        var fetch = new FetchValues(server.Address, server.Key, 1);
        await server.DisposeAsync();
        var error = Assert.Throws<HttpRequestException>(() => fetch.Solve());
        Assert.Equal($"The server at {fetch.Address} does not answer. Start one with LocalServer.StartAsync and keep it until the run has ended.", error.Message);
    }

    [Fact]
    public async Task Execute_WrongKey_SaysWhatToDo()
    {
        await using var server = await LocalServer.StartAsync(TimeSpan.Zero);
        var fetch = new FetchValues(server.Address, "guess", 1);
        var error = Assert.Throws<HttpRequestException>(() => fetch.Solve());
        Assert.Equal($"The server at {server.Address} does not know this key. Take it from LocalServer.Key.", error.Message);
        Assert.Equal(0, server.Served);
    }

    [Fact]
    public async Task RunAsync_Cancelled_StopsWaiting()
    {
        await using var server = await LocalServer.StartAsync(TimeSpan.FromHours(1));
        var fetch = new FetchValues(server.Address, server.Key, 4);
        using var cancel = new CancellationTokenSource();
        var run = new TaskEngine().RunAsync(fetch, new() { Workers = 4, Parts = 4 }, cancel.Token);
        while (server.MostWaiting == 0) await Task.Yield();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
