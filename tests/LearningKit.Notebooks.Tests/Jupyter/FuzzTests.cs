using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Jupyter.Messages;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>
/// Peers of all kinds of badness. What is demanded each time: the good front end is still served, the table of connections
/// empties, and nothing of a bad peer is kept.
/// </summary>
public sealed class FuzzTests : KernelTests
{
    const int Sockets = 4; // Those of the good front end: it has no heartbeat.

    internal override ZmtpLimits Limits => new()
    {
        Connections = 32,
        MessageSize = 1 << 20,
        Incoming = 4 << 20,
        Linger = TimeSpan.FromMilliseconds(100),
    };

    [Fact]
    public async Task Peers_TenThousandOfAllKinds_LeaveNothingBehind()
    {
        var random = new Random(7);
        int[] ports = [.. Ports];
        for (var i = 0; i < 10_000; i++)
        {
            try
            {
                using var peer = await ZmtpClient.OpenAsync(ports[i % ports.Length]);
                await MisbehaveAsync(peer, random.Next(8), random);
            }
            catch (IOException) { } // The kernel was faster in closing.
            if (i % 1000 == 0) await ServesAsync();
        }
        await CleanAsync();
    }

    [Fact]
    public async Task Peers_ThatSayNothing_MakeRoomForThoseThatDo()
    {
        var silent = new List<ZmtpClient>();
        for (var i = 0; i < 200; i++) silent.Add(await ZmtpClient.OpenAsync(Ports[i % 5]));
        using (var second = await JupyterClient.ConnectAsync(Kernel.Connection)) await second.AskAsync("kernel_info_request");
        Assert.InRange(Kernel.Channels.Peers, Sockets, 5 * Limits.Connections);
        await ServesAsync();
        foreach (var peer in silent) peer.Dispose();
        await CleanAsync();
    }

    [Fact]
    public async Task Peers_ThatBegunAndNeverFinish_LoseTheirConnectionAtTheCommonLimit()
    {
        var peers = new List<ZmtpClient>();
        for (var i = 0; i < 8; i++)
        {
            var peer = await ZmtpClient.ConnectAsync(Kernel.Connection.ShellPort, "DEALER");
            peers.Add(peer);
            await peer.Stream.WriteAsync((byte[])[1, 0, 2, 0, 0, 0, 0, 0, 0x0F, 0, 0, .. new byte[0x0EFFFF]]);
        }
        await Eventually.HoldsAsync(() => Kernel.Channels.Peers < Sockets + peers.Count);
        Assert.InRange(Kernel.Channels.Incoming, 0, Limits.Incoming);
        await ServesAsync();
        foreach (var peer in peers) peer.Dispose();
        await CleanAsync();
    }

    [Fact]
    public async Task Messages_WithWrongSignatures_AreDroppedAndLoggedOnce()
    {
        using var stranger = await ZmtpClient.ConnectAsync(Kernel.Connection.ShellPort, "DEALER");
        var forger = new MessageWriter(new("another key"));
        for (var i = 0; i < 1000; i++) await stranger.SendAsync(forger.Write("execute_request", new() { ["code"] = "steal()" }, default).Frames);
        var writer = new MessageWriter(new(Key));
        await stranger.SendAsync(writer.Write("kernel_info_request", [], default).Frames);
        var reader = new MessageReader(new(Key));
        Assert.True(reader.TryRead(await stranger.ReceiveAsync(), out var reply, out _));
        Assert.Equal("kernel_info_reply", reply.Type);
        Assert.Empty(Session.Executed);
        var line = Assert.Single($"{Log}".Trim().Split('\n'));
        Assert.Contains("signature", line);
    }

    [Fact]
    public async Task Message_Recorded_CannotBeSentAgain()
    {
        using var stranger = await ZmtpClient.ConnectAsync(Kernel.Connection.ShellPort, "DEALER");
        var writer = new MessageWriter(new(Key));
        var (_, recorded) = writer.Write("execute_request", new() { ["code"] = "once" }, default);
        await stranger.SendAsync(recorded);
        await stranger.ReceiveAsync();
        await stranger.SendAsync(recorded);
        await stranger.SendAsync(writer.Write("kernel_info_request", [], default).Frames);
        var reader = new MessageReader(new(Key));
        Assert.True(reader.TryRead(await stranger.ReceiveAsync(), out var reply, out _));
        Assert.Equal("kernel_info_reply", reply.Type);
        Assert.Single(Session.Executed);
    }

    [Fact]
    public async Task Subscriber_WithTooManyTopics_LosesItsConnection()
    {
        using var peer = await ZmtpClient.ConnectAsync(Kernel.Connection.PublishPort, "SUB");
        try
        {
            for (var i = 0; i < 1000; i++) await peer.SendAsync($"\u0001topic {i}");
        }
        catch (IOException) { }
        await peer.WaitForEndAsync();
        await CleanAsync();
    }

    [Fact]
    public void Requests_WithAnyContent_AreAnsweredAndTheKernelGoesOn()
    {
        var value = Gen.Elements<Func<JsonNode?>>(
            () => null, () => true, () => 7, () => -1e300, () => "text", () => "😀", () => new JsonArray(1), () => new JsonObject { ["a"] = 1 });
        var names = Gen.Elements(
            "code", "cursor_pos", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "detail_level",
            "n", "pattern", "session", "start", "stop", "hist_access_type", "output", "unique", "comm_id");
        var types = Gen.Elements(
            "execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request",
            "kernel_info_request", "connect_request", "interrupt_request", "debug_request", "comm_open", "comm_msg", "unknown", "");
        var field = from name in names from make in value select (name, make);
        var request = from type in types from fields in field.ListOf() select (type, fields);
        Prop.ForAll(request.ToArbitrary(), sample =>
        {
            var content = new JsonObject();
            foreach (var (name, make) in sample.fields) content[name] = make();
            return IsServed(sample.type, content).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();
    }

    async Task<bool> IsServed(string type, JsonObject content)
    {
        var id = await Client.SendAsync(type, content);
        if (type.EndsWith("_request", StringComparison.Ordinal)) await Client.ReplyAsync(id);
        await Client.ShownAsync(id);
        return true;
    }

    int[] Ports =>
    [
        Kernel.Connection.ShellPort, Kernel.Connection.ControlPort, Kernel.Connection.InputPort, Kernel.Connection.PublishPort,
        Kernel.Connection.HeartbeatPort,
    ];

    static async Task MisbehaveAsync(ZmtpClient peer, int kind, Random random)
    {
        var noise = new byte[random.Next(1, 300)];
        random.NextBytes(noise);
        switch (kind)
        {
            case 0: // It connects and leaves.
                break;
            case 1: // It is a browser.
                await peer.Stream.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
                await peer.WaitForEndAsync();
                break;
            case 2:
                await peer.Stream.WriteAsync(noise);
                break;
            case 3: // It leaves within the greeting.
                await peer.Stream.WriteAsync(ZmtpClient.Greeting().AsMemory(0, random.Next(64)));
                break;
            case 4:
                await peer.Stream.WriteAsync(ZmtpClient.Greeting());
                await peer.Stream.WriteAsync(noise);
                break;
            case 5: // Its READY is cut.
                await peer.Stream.WriteAsync(ZmtpClient.Greeting());
                var ready = FrameWriter.Command(Command.Ready(("Socket-Type", "DEALER"u8.ToArray())).Write());
                await peer.Stream.WriteAsync(ready.AsMemory(0, random.Next(ready.Length)));
                break;
            case 6: // It claims a frame of 2^63 - 1 bytes.
                await peer.Stream.WriteAsync(ZmtpClient.Greeting());
                await peer.SendCommandAsync(Command.Ready(("Socket-Type", random.Next(2) == 0 ? "DEALER"u8.ToArray() : "SUB"u8.ToArray())));
                await peer.Stream.WriteAsync((byte[])[2, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. noise]);
                await peer.WaitForEndAsync();
                break;
            default: // It introduces itself well and sends noise.
                await peer.Stream.WriteAsync(ZmtpClient.Greeting());
                await peer.SendCommandAsync(Command.Ready(("Socket-Type", random.Next(2) == 0 ? "REQ"u8.ToArray() : "SUB"u8.ToArray())));
                await peer.SendAsync(noise, "<IDS|MSG>"u8.ToArray(), noise);
                await peer.Stream.WriteAsync(noise);
                break;
        }
    }

    async Task ServesAsync() => Assert.Equal("ok", (await Client.AskAsync("kernel_info_request")).Text("status"));

    async Task CleanAsync()
    {
        await ServesAsync();
        await Eventually.HoldsAsync(() => Kernel.Channels.Peers == Sockets && Kernel.Channels.Incoming == 0);
    }
}
