using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// The listening side of a ZeroMQ socket: ZMTP 3.1 (rfc.zeromq.org/spec/37) with the NULL mechanism; peers may speak 3.0
/// (spec/23) as well. The README in this folder's parent tells how peers are kept apart.
/// </summary>
abstract class ZmtpSocket : IAsyncDisposable
{
    readonly Socket listener;
    readonly ByteBudget incoming;
    readonly ConcurrentDictionary<ZmtpConnection, Task> connections = [];
    readonly CancellationTokenSource closing = new();
    readonly string type;
    Task accepting = Task.CompletedTask;

    /// <summary>Takes the address. Peers are served after <see cref="Start"/>.</summary>
    /// <param name="type">The socket's type.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="limits">What peers may use up.</param>
    /// <param name="log">Gets a sentence about each peer that was disconnected.</param>
    /// <exception cref="SocketException">The address is not ours, or somebody else listens there.</exception>
    protected ZmtpSocket(string type, ZmtpAddress address, ZmtpLimits limits, Action<string> log)
    {
        this.type = type;
        Log = log;
        Limits = limits;
        incoming = new(limits.Incoming);
        listener = address.Listen();
        Address = listener.LocalEndPoint is IPEndPoint bound ? address with { Port = bound.Port } : address;
    }

    /// <summary>Where the socket listens; the port is the real one.</summary>
    public ZmtpAddress Address { get; }

    /// <summary>How many peers are connected, those that have not introduced themselves included.</summary>
    public int Connections => connections.Count;

    /// <summary>What messages that are still coming in hold, in bytes.</summary>
    public long Incoming => incoming.Taken;

    /// <summary>What waits to be sent to all peers, in bytes.</summary>
    public long Outgoing => connections.Keys.Sum(connection => connection.Waiting);

    /// <summary>What peers may use up.</summary>
    protected ZmtpLimits Limits { get; }

    /// <summary>Gets sentences for whoever looks after this machine.</summary>
    protected Action<string> Log { get; }

    /// <summary>Begins to serve peers.</summary>
    public void Start() => accepting = AcceptAsync();

    /// <summary>Sends what waits, for a moment, and closes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        listener.Dispose();
        await accepting.ConfigureAwait(false);
        var open = connections.ToArray();
        foreach (var (connection, _) in open) connection.FinishSending();
        var sent = Task.WhenAll(open.Select(item => item.Key.Writing));
        await Task.WhenAny(sent, Task.Delay(Limits.Linger)).ConfigureAwait(false);
        foreach (var (connection, _) in open) connection.Dispose();
        await Task.WhenAll(open.Select(item => item.Value)).ConfigureAwait(false);
        closing.Dispose();
    }

    /// <summary>Whether a peer with a socket of this type can be served.</summary>
    protected abstract bool Serves(string peerType);

    /// <summary>Takes a peer that has introduced itself.</summary>
    /// <exception cref="ZmtpException">The peer is refused.</exception>
    protected virtual void Add(ZmtpConnection connection) { }

    /// <summary>Forgets a peer that <see cref="Add"/> took.</summary>
    protected virtual void Remove(ZmtpConnection connection) { }

    /// <summary>Takes a message. The peer's next one is read when this has ended.</summary>
    protected abstract ValueTask ReceiveAsync(ZmtpConnection connection, List<byte[]> frames);

    /// <summary>Takes a command that is not the protocol's own.</summary>
    protected virtual void Receive(ZmtpConnection connection, Command command) { }

    async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                Serve(await listener.AcceptAsync(closing.Token).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException exception)
            {
                // The peer has gone already, or this process has no handle left: the next may fare better.
                Log($"A front end could not be connected: {exception.Message}.");
                await Task.Delay(20).ConfigureAwait(false);
            }
        }
    }

    void Serve(Socket socket)
    {
        if (connections.Count >= Limits.Connections && !MakeRoom())
        {
            Log($"A front end was refused: {Limits.Connections} are connected.");
            socket.Dispose();
            return;
        }
        ZmtpConnection connection;
        try
        {
            connection = new ZmtpConnection(socket, Limits, incoming);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            socket.Dispose(); // It was reset between connecting and now.
            return;
        }
        var begin = new TaskCompletionSource();
        connections[connection] = RunAsync(connection, begin.Task);
        begin.SetResult();
    }

    /// <summary>Drops the peer that has been silent longest since it connected.</summary>
    bool MakeRoom()
    {
        var silent = connections.Keys.Where(connection => !connection.IsReady).MinBy(connection => connection.Since);
        if (silent is null) return false;
        connections.TryRemove(silent, out _);
        silent.Dispose();
        return true;
    }

    async Task RunAsync(ZmtpConnection connection, Task begin)
    {
        await begin.ConfigureAwait(false);
        try
        {
            await HandshakeAsync(connection).ConfigureAwait(false);
            Add(connection);
            connection.IsReady = true;
            await ReadAsync(connection).ConfigureAwait(false);
        }
        catch (ZmtpException exception)
        {
            Log($"A peer was disconnected: {exception.Message}.");
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer has left, or the socket closes.
        }
        catch (Exception exception)
        {
            // Ours, not the peer's. The kernel lives on and says so.
            Log($"A peer was disconnected by a fault of the kernel: {exception}");
        }
        finally
        {
            Remove(connection);
            connection.Dispose();
            connection.Reader.HandedOn();
            connections.TryRemove(connection, out _);
        }
    }

    async ValueTask HandshakeAsync(ZmtpConnection connection)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
        patience.CancelAfter(Limits.Handshake);
        connection.TrySend(Greeting.Ours);
        await connection.ReadGreetingAsync(patience.Token).ConfigureAwait(false);
        Send(connection, Command.Ready(("Socket-Type", Encoding.ASCII.GetBytes(type))));

        var frame = await connection.Reader.ReadAsync(patience.Token).ConfigureAwait(false);
        var command = frame.IsCommand ? Command.Read(frame.Body) : default;
        if (command.Name != "READY") throw new ZmtpException("it sent something before it was ready");
        var properties = command.ReadProperties();
        var peerType = properties.TryGetValue("Socket-Type", out var value) ? Encoding.ASCII.GetString(value.Span) : "";
        if (!Serves(peerType))
        {
            Send(connection, Command.Error($"{type} does not serve this socket type"));
            connection.FinishSending();
            await connection.Writing.WaitAsync(patience.Token).ConfigureAwait(false);
            throw new ZmtpException($"its socket is not one that {type} serves");
        }
        if (properties.TryGetValue("Identity", out var identity)) connection.Identity = identity.ToArray();
        connection.Reader.HandedOn();
    }

    async ValueTask ReadAsync(ZmtpConnection connection)
    {
        for (var frames = new List<byte[]>(); ;)
        {
            var frame = await connection.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                Obey(connection, Command.Read(frame.Body));
                if (frames.Count == 0) connection.Reader.HandedOn();
                continue;
            }
            if (frames.Count == Limits.Frames) throw new ZmtpException($"it sent a message of more than {Limits.Frames} frames");
            frames.Add(frame.Body);
            if (frame.HasMore) continue;
            connection.Reader.HandedOn();
            await ReceiveAsync(connection, frames).ConfigureAwait(false);
            frames = [];
        }
    }

    void Obey(ZmtpConnection connection, Command command)
    {
        switch (command.Name)
        {
            case "PING":
                Send(connection, command.Pong());
                break;
            case "ERROR":
                throw new ZmtpException("it reported an error");
            default:
                Receive(connection, command);
                break;
        }
    }

    static void Send(ZmtpConnection connection, Command command) => connection.TrySend(FrameWriter.Command(command.Write()));
}
