using System.Text;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter.Zmtp;

public sealed class SocketTests
{
    static readonly ZmtpAddress anyPort = new("tcp", "127.0.0.1", 0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Heartbeat_OfEitherVersion_ComesBack(byte minor)
    {
        await using var echo = new EchoSocket(anyPort, new(), Ignore);
        echo.Start();
        using var peer = await ZmtpClient.ConnectAsync(echo.Address.Port, "REQ", minor: minor);
        await peer.SendAsync("", "ping");
        Assert.Equal(["", "ping"], await peer.ReceiveTextAsync());
    }

    [Fact]
    public async Task Ping_IsAnswered_EvenWithinAMessage()
    {
        await using var echo = new EchoSocket(anyPort, new(), Ignore);
        echo.Start();
        using var peer = await ZmtpClient.ConnectAsync(echo.Address.Port, "REQ");
        await peer.Stream.WriteAsync(new byte[] { 1, 0 });
        await peer.SendCommandAsync(new("PING", (byte[])[0, 1, 42]));
        Assert.Equal([42], (await peer.ReceiveCommandAsync()).Data.ToArray());
        await peer.Stream.WriteAsync(new byte[] { 0, 1, (byte)'x' });
        Assert.Equal(["", "x"], await peer.ReceiveTextAsync());
    }

    [Fact]
    public async Task Router_AnswersEachPeerByItsIdentity()
    {
        RouterSocket? router = null;
        await using var open = router = new RouterSocket(anyPort, new(), Ignore, (identity, frames) =>
        {
            Assert.True(router!.TrySend(identity, frames[0], identity));
            return ValueTask.CompletedTask;
        });
        router.Start();
        using var named = await ZmtpClient.ConnectAsync(router.Address.Port, "DEALER", "anna");
        using var unnamed = await ZmtpClient.ConnectAsync(router.Address.Port, "DEALER");
        await unnamed.SendAsync("1");
        await named.SendAsync("2");
        Assert.Equal(["2", "anna"], await named.ReceiveTextAsync());
        var answer = await unnamed.ReceiveAsync();
        Assert.Equal("1"u8.ToArray(), answer[0]);
        Assert.Equal([0, 0, 0, 0], answer[1][..4]);
    }

    [Fact]
    public async Task Router_PeerThatConnectsAgain_GetsWhatWasMeantForIt()
    {
        RouterSocket? router = null;
        await using var open = router = new RouterSocket(anyPort, new(), Ignore, (identity, frames) =>
        {
            router!.TrySend(identity, frames[0]);
            return ValueTask.CompletedTask;
        });
        router.Start();
        using var old = await ZmtpClient.ConnectAsync(router.Address.Port, "DEALER", "anna");
        await old.SendAsync("old");
        Assert.Equal(["old"], await old.ReceiveTextAsync());
        using var again = await ZmtpClient.ConnectAsync(router.Address.Port, "DEALER", "anna");
        await again.SendAsync("new");
        Assert.Equal(["new"], await again.ReceiveTextAsync());
        old.Dispose();
        await Eventually.HoldsAsync(() => router.Connections == 1);
        await again.SendAsync("still");
        Assert.Equal(["still"], await again.ReceiveTextAsync());
    }

    [Theory]
    [InlineData("\0\0\0\0\u0001")]
    [InlineData(null)]
    public async Task Router_PeerWithAnIdentityThatIsNotItsOwn_IsDisconnected(string? identity)
    {
        await using var router = new RouterSocket(anyPort, new(), Ignore, (_, _) => ValueTask.CompletedTask);
        router.Start();
        using var peer = await ZmtpClient.OpenAsync(router.Address.Port);
        await peer.Stream.WriteAsync(ZmtpClient.Greeting());
        var name = Encoding.ASCII.GetBytes(identity ?? new('x', 256));
        await peer.SendCommandAsync(Command.Ready(("Socket-Type", "DEALER"u8.ToArray()), ("Identity", name)));
        await peer.WaitForEndAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Publisher_SendsByPrefix_AndNoLongerAfterCancelling(byte minor)
    {
        await using var publisher = new PublisherSocket(anyPort, new(), Ignore, topic => FrameWriter.Message("welcome"u8.ToArray(), topic));
        publisher.Start();
        using var peer = await ZmtpClient.ConnectAsync(publisher.Address.Port, "SUB", minor: minor);
        await Tell(1, "SUBSCRIBE", "a");
        await Tell(1, "SUBSCRIBE", "b");
        Assert.Equal(["welcome", "a"], await peer.ReceiveTextAsync());
        Assert.Equal(["welcome", "b"], await peer.ReceiveTextAsync());
        Publish("a.1");
        Publish("c.1");
        Publish("b.1");
        Assert.Equal(["a.1"], await peer.ReceiveTextAsync());
        Assert.Equal(["b.1"], await peer.ReceiveTextAsync());
        await Tell(0, "CANCEL", "a");
        await Tell(1, "SUBSCRIBE", "d");
        Assert.Equal(["welcome", "d"], await peer.ReceiveTextAsync());
        Publish("a.2");
        Publish("b.2");
        Assert.Equal(["b.2"], await peer.ReceiveTextAsync());

        void Publish(string topic) => publisher.Publish(Encoding.UTF8.GetBytes(topic));

        Task Tell(byte flag, string command, string topic)
        {
            var bytes = Encoding.UTF8.GetBytes(topic);
            return minor == 0 ? peer.SendAsync((byte[])[flag, .. bytes]) : peer.SendCommandAsync(new(command, bytes));
        }
    }

    [Fact]
    public async Task Publisher_PeerThatNeverReads_LosesOutputAndHoldsLittle()
    {
        var limits = new ZmtpLimits { Outgoing = 1 << 20 };
        var told = new List<string>();
        await using var publisher = new PublisherSocket(
            anyPort, limits with { Linger = TimeSpan.Zero }, told.Add, _ => FrameWriter.Message("welcome"u8.ToArray()));
        publisher.Start();
        using var stuck = await ZmtpClient.ConnectAsync(publisher.Address.Port, "SUB");
        using var reading = await ZmtpClient.ConnectAsync(publisher.Address.Port, "SUB");
        foreach (var peer in (ZmtpClient[])[stuck, reading])
        {
            await peer.SendAsync(new byte[] { 1 });
            await peer.ReceiveAsync();
        }
        var large = new byte[256 << 10];
        for (var i = 0; i < 200; i++)
        {
            publisher.Publish("topic"u8.ToArray(), large);
            Assert.Equal(large.Length, (await reading.ReceiveAsync())[1].Length);
        }
        Assert.Contains(told, sentence => sentence.Contains("reads too slowly"));
        Assert.InRange(publisher.Outgoing, 1, 2 * limits.Outgoing);
    }

    [Fact]
    public async Task Peer_OfAnotherSocketType_IsToldAndDisconnected()
    {
        await using var echo = new EchoSocket(anyPort, new(), Ignore);
        echo.Start();
        using var peer = await ZmtpClient.ConnectAsync(echo.Address.Port, "SUB");
        Assert.Equal("ERROR", (await peer.ReceiveCommandAsync()).Name);
        await peer.WaitForEndAsync();
        await Eventually.HoldsAsync(() => echo.Connections == 0);
    }

    [Fact]
    public async Task Socket_WithUnixTransport_ListensOnAFileAndRemovesIt()
    {
        var directory = Directory.CreateTempSubdirectory("zmtp");
        try
        {
            var address = new ZmtpAddress("ipc", Path.Combine(directory.FullName, "kernel"), 1);
            await using (var echo = new EchoSocket(address, new(), Ignore))
            {
                echo.Start();
                using var peer = await ZmtpClient.ConnectAsync(address.Path!, "REQ");
                await peer.SendAsync("", "ping");
                Assert.Equal(["", "ping"], await peer.ReceiveTextAsync());
            }
            Assert.Empty(directory.GetFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Socket_Closed_HasSentWhatWaited()
    {
        var publisher = new PublisherSocket(anyPort, new(), Ignore, _ => FrameWriter.Message("welcome"u8.ToArray()));
        publisher.Start();
        using var peer = await ZmtpClient.ConnectAsync(publisher.Address.Port, "SUB");
        await peer.SendAsync(new byte[] { 1 });
        await peer.ReceiveAsync();
        for (var i = 0; i < 100; i++) publisher.Publish("last words"u8.ToArray());
        await publisher.DisposeAsync();
        for (var i = 0; i < 100; i++) Assert.Equal(["last words"], await peer.ReceiveTextAsync());
    }

    static void Ignore(string sentence) { }
}
