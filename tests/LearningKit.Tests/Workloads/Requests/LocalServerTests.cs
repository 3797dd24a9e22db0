using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class LocalServerTests
{
    [Fact]
    public async Task Get_PathWithoutNumber_IsNotFound()
    {
        await using var server = await LocalServer.StartAsync(TimeSpan.Zero);
        using var client = server.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/x")).StatusCode);
    }

    [Fact]
    public async Task DisposeAsync_WhileRequestsWait_BreaksThemOffAndFreesThePort()
    {
        var server = await LocalServer.StartAsync(TimeSpan.FromHours(1));
        var fetch = new FetchValues(server.Address, server.Key, 1);
        var waiting = fetch.ExecuteAsync(new(0, 1), CancellationToken.None).AsTask();
        while (server.MostWaiting == 0) await Task.Yield();
        await server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, new Uri(fetch.Address).Port));
    }

    [Fact]
    public async Task Capacity_MoreRequestsThanThat_AreWorkedOnInTurns()
    {
        var (inside, seen, allArrived) = (0, new ConcurrentBag<int>(), new TaskCompletionSource());
        await using var server = await LocalServer.StartAsync(new LocalServerOptions
        {
            Capacity = 2,
            Gate = async (_, aborted) =>
            {
                seen.Add(Interlocked.Increment(ref inside));
                await allArrived.Task.WaitAsync(aborted);
                Interlocked.Decrement(ref inside);
            },
        });
        using var client = server.CreateClient();
        var answers = Enumerable.Range(0, 10).Select(number => client.GetStringAsync($"/{number}")).ToList();
        while (server.Waiting < 10) await Task.Yield();
        allArrived.SetResult();
        Assert.Equal(Enumerable.Range(0, 10).Select(number => FetchValues.Value(number).ToString()), await Task.WhenAll(answers));
        Assert.Equal((10, 10, 0, 2), (server.Served, server.MostWaiting, server.Waiting, seen.Max()));
    }

    [Fact]
    public async Task MostWaiting_OneMore_IsTurnedAway()
    {
        var gate = new TaskCompletionSource();
        await using var server = await LocalServer.StartAsync(new LocalServerOptions { MostWaiting = 3, Gate = (_, aborted) => gate.Task.WaitAsync(aborted) });
        using var client = server.CreateClient();
        var first = Enumerable.Range(0, 3).Select(number => client.GetStringAsync($"/{number}")).ToList();
        while (server.Waiting < 3) await Task.Yield();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/3"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        gate.SetResult();
        await Task.WhenAll(first);
        Assert.Equal((3, 1, 3), (server.Served, server.TurnedAway, server.MostWaiting));
        Assert.Equal(FetchValues.Value(3).ToString(), await client.GetStringAsync("/3"));   // there is room again
    }

    [Fact]
    public async Task Fails_ChosenRequests_GetTheStatus503()
    {
        await using var server = await LocalServer.StartAsync(new LocalServerOptions { Fails = (number, before) => number == 7 && before < 2 });
        using var client = server.CreateClient();
        var answers = new List<HttpStatusCode>();
        foreach (var number in new[] { 7, 8, 7, 7 })
        {
            using var answer = await client.GetAsync($"/{number}");
            answers.Add(answer.StatusCode);
        }
        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], answers);
        Assert.Equal((2, 2), (server.Served, server.TurnedAway));
    }

    [Fact]
    public async Task Document_OfTheCaller_IsServed()
    {
        await using var server = await LocalServer.StartAsync(new LocalServerOptions { Document = number => $"page {number}: 20 °C" });
        using var client = server.CreateClient();
        Assert.Equal("page 5: 20 °C", await client.GetStringAsync("/5"));
    }

    [Fact]
    public async Task Waiting_ClientGone_NoLongerCountsIt()
    {
        await using var server = await LocalServer.StartAsync(TimeSpan.FromHours(1));
        using var client = server.CreateClient();
        using var leave = new CancellationTokenSource();
        var request = client.GetStringAsync("/1", leave.Token);
        while (server.Waiting == 0) await Task.Yield();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        while (server.Waiting > 0) await Task.Yield();
        Assert.Equal((0, 1), (server.Served, server.MostWaiting));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    public async Task StartAsync_OptionsWithoutSense_AreRefused(int latency, int capacity, int most) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => LocalServer.StartAsync(
            new LocalServerOptions { Latency = TimeSpan.FromMilliseconds(latency), Capacity = capacity, MostWaiting = most }));
}
