using System.Net;
using System.Net.Sockets;
using System.Text;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Tests.Jupyter;

/// <summary>The connecting side of ZMTP, as far as tests need it; it can also send what no good peer would.</summary>
public sealed class ZmtpClient : IDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    readonly Socket socket;
    readonly FrameReader reader;

    ZmtpClient(Socket socket)
    {
        this.socket = socket;
        Stream = new NetworkStream(socket, ownsSocket: true);
        reader = new(Stream, new(), new(long.MaxValue));
    }

    /// <summary>The raw connection.</summary>
    public NetworkStream Stream { get; }

    /// <summary>Connects without a word.</summary>
    public static async Task<ZmtpClient> OpenAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new(socket);
    }

    /// <summary>Connects and introduces itself.</summary>
    public static async Task<ZmtpClient> ConnectAsync(int port, string type, string identity = "", byte minor = 1)
    {
        var client = await OpenAsync(port);
        await client.IntroduceAsync(type, identity, minor);
        return client;
    }

    /// <summary>Connects to a Unix socket and introduces itself.</summary>
    public static async Task<ZmtpClient> ConnectAsync(string path, string type)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        var client = new ZmtpClient(socket);
        await client.IntroduceAsync(type, "", 1);
        return client;
    }

    /// <summary>The greeting of a peer that speaks 3.0 or 3.1.</summary>
    public static byte[] Greeting(byte minor = 1)
    {
        var greeting = new byte[64];
        (greeting[0], greeting[9], greeting[10], greeting[11]) = (0xFF, 0x7F, 3, minor);
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>Exchanges greetings and READY commands.</summary>
    public async Task IntroduceAsync(string type, string identity, byte minor = 1)
    {
        await Stream.WriteAsync(Greeting(minor));
        var ready = Command.Ready(("Socket-Type", Encoding.ASCII.GetBytes(type)), ("Identity", Encoding.ASCII.GetBytes(identity)));
        await SendCommandAsync(ready);
        await Stream.ReadExactlyAsync(new byte[64]);
        Assert.Equal("READY", (await ReceiveCommandAsync()).Name);
    }

    public async Task SendAsync(params ReadOnlyMemory<byte>[] frames) => await Stream.WriteAsync(FrameWriter.Message(frames));

    public async Task SendAsync(params string[] frames) =>
        await Stream.WriteAsync(FrameWriter.Message([.. frames.Select(frame => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(frame))]));

    internal async Task SendCommandAsync(Command command) => await Stream.WriteAsync(FrameWriter.Command(command.Write()));

    /// <summary>The next message.</summary>
    public async Task<List<byte[]>> ReceiveAsync()
    {
        using var limit = new CancellationTokenSource(patience);
        for (var frames = new List<byte[]>(); ;)
        {
            var frame = await reader.ReadAsync(limit.Token);
            if (frame.IsCommand) continue;
            frames.Add(frame.Body);
            reader.HandedOn();
            if (!frame.HasMore) return frames;
        }
    }

    public async Task<List<string>> ReceiveTextAsync() => [.. (await ReceiveAsync()).Select(Encoding.UTF8.GetString)];

    /// <summary>The next frame, which is a command.</summary>
    internal async Task<Command> ReceiveCommandAsync()
    {
        using var limit = new CancellationTokenSource(patience);
        var frame = await reader.ReadAsync(limit.Token);
        Assert.True(frame.IsCommand);
        return Command.Read(frame.Body);
    }

    /// <summary>Waits until the other side has ended the connection; what it sends before is read over.</summary>
    public async Task WaitForEndAsync()
    {
        using var limit = new CancellationTokenSource(patience);
        var buffer = new byte[4096];
        try
        {
            while (await Stream.ReadAsync(buffer, limit.Token) > 0) { }
        }
        catch (IOException) { } // Reset: ended as well.
    }

    public void Dispose() => Stream.Dispose();
}
