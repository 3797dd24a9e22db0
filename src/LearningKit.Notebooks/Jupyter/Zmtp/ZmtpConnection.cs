using System.Net.Sockets;
using System.Threading.Channels;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>The connection to one peer: what it sends is read here, what it is sent waits here.</summary>
sealed class ZmtpConnection : IDisposable
{
    const int SendBuffer = 64 << 10;

    readonly Socket socket;
    readonly NetworkStream network;
    readonly BufferedStream input;
    readonly ByteBudget waiting;
    readonly Channel<byte[]> outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

    /// <summary>Takes over a connected socket.</summary>
    public ZmtpConnection(Socket socket, ZmtpLimits limits, ByteBudget incoming)
    {
        this.socket = socket;
        network = new(socket, ownsSocket: true);
        input = new(network);
        waiting = new(limits.Outgoing);
        Reader = new(input, limits, incoming);
        if (socket.AddressFamily != AddressFamily.Unix)
        {
            socket.NoDelay = true;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        }
        Writing = WriteAsync();
    }

    /// <summary>When the connection was made, as <see cref="Environment.TickCount64"/>.</summary>
    public long Since { get; } = Environment.TickCount64;

    /// <summary>True when the peer has introduced itself.</summary>
    public bool IsReady { get; set; }

    /// <summary>The name by which a router finds the peer; empty for other sockets.</summary>
    public byte[] Identity { get; set; } = [];

    /// <summary>The peer's frames.</summary>
    public FrameReader Reader { get; }

    /// <summary>Ends when everything has been sent after <see cref="FinishSending"/>, or when the connection has ended.</summary>
    public Task Writing { get; }

    /// <summary>How many bytes wait to be sent.</summary>
    public long Waiting => waiting.Taken;

    /// <summary>Reads the peer's greeting.</summary>
    public ValueTask ReadGreetingAsync(CancellationToken cancel) => Greeting.ReadAsync(input, cancel);

    /// <summary>Sends bytes as soon as the peer takes them; never waits. Safe on any thread.</summary>
    /// <returns>False if too much waits already, or the connection has ended: the bytes are dropped.</returns>
    public bool TrySend(byte[] bytes)
    {
        if (!waiting.TryTake(bytes.Length)) return false;
        if (outgoing.Writer.TryWrite(bytes)) return true;
        waiting.Release(bytes.Length);
        return false;
    }

    /// <summary>Takes nothing more to send.</summary>
    public void FinishSending() => outgoing.Writer.TryComplete();

    /// <summary>Ends the connection; what waits is lost.</summary>
    public void Dispose()
    {
        FinishSending();
        network.Dispose();
    }

    async Task WriteAsync()
    {
        try
        {
            var output = new BufferedStream(network, SendBuffer);
            while (await outgoing.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (outgoing.Reader.TryRead(out var bytes))
                {
                    await output.WriteAsync(bytes).ConfigureAwait(false);
                    waiting.Release(bytes.Length);
                }
                await output.FlushAsync().ConfigureAwait(false);
            }
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            Dispose();
        }
    }
}
