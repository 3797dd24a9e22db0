using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LearningKit.Notebooks.Jupyter.Messages;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// The five sockets of a kernel: shell and control for requests, stdin for questions to the person, iopub for what all front
/// ends see, heartbeat. Sending never waits and is safe on any thread.
/// </summary>
sealed class Channels : IAsyncDisposable
{
    readonly List<ZmtpSocket> sockets = [];
    readonly MessageReader reader;
    readonly MessageWriter writer;
    readonly KernelLog log;
    readonly RouterSocket input;
    readonly PublisherSocket publisher;

    /// <summary>Takes the ports. Nothing is received before <see cref="Start"/>.</summary>
    /// <param name="connection">The addresses and the key.</param>
    /// <param name="limits">What peers may use up.</param>
    /// <param name="log">Gets a sentence about each message and each peer that was dropped.</param>
    /// <param name="onRequest">Takes a request; the connection's next one waits for the end of the task.</param>
    /// <param name="onInput">Takes an answer from the person.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken, or the address is not ours.</exception>
    public Channels(
        JupyterConnection connection, ZmtpLimits limits, KernelLog log, Func<Request, ValueTask> onRequest, Action<JupyterMessage> onInput)
    {
        this.log = log;
        var signer = new MessageSigner(connection.Key);
        reader = new(signer);
        writer = new(signer);
        try
        {
            var shell = OpenRequests(connection.ShellPort);
            var control = OpenRequests(connection.ControlPort);
            input = Open(connection.InputPort, address => new RouterSocket(address, limits, log.Write, (identity, frames) =>
            {
                if (Read(identity, frames) is { } message) onInput(message);
                return ValueTask.CompletedTask;
            }));
            publisher = Open(connection.PublishPort, address => new PublisherSocket(address, limits, log.Write, Welcome));
            var heartbeat = Open(connection.HeartbeatPort, address => new EchoSocket(address, limits, log.Write));
            Connection = connection with
            {
                ShellPort = shell.Address.Port,
                ControlPort = control.Address.Port,
                InputPort = input.Address.Port,
                PublishPort = publisher.Address.Port,
                HeartbeatPort = heartbeat.Address.Port,
            };
        }
        catch
        {
            DisposeAsync().AsTask().Wait();
            throw;
        }

        RouterSocket OpenRequests(int port)
        {
            RouterSocket? socket = null;
            return socket = Open(port, address => new RouterSocket(address, limits, log.Write, (identity, frames) =>
                Read(identity, frames) is { } message ? onRequest(new(message, socket!)) : ValueTask.CompletedTask));
        }

        T Open<T>(int port, Func<ZmtpAddress, T> open) where T : ZmtpSocket
        {
            var socket = open(new(connection.Transport, connection.Address, port));
            sockets.Add(socket);
            return socket;
        }
    }

    /// <summary>The connection with the real ports.</summary>
    public JupyterConnection Connection { get; }

    /// <summary>How many peers are connected to all sockets together.</summary>
    public int Peers => sockets.Sum(socket => socket.Connections);

    /// <summary>What messages that are still coming in hold on all sockets together, in bytes.</summary>
    public long Incoming => sockets.Sum(socket => socket.Incoming);

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        foreach (var socket in sockets) socket.Start();
    }

    /// <summary>Shows something to all front ends.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The request that caused it; null for none.</param>
    /// <exception cref="ArgumentException">The content holds a number that JSON cannot express.</exception>
    /// <exception cref="InvalidOperationException">The content is nested too deeply.</exception>
    public void Publish(string type, JsonObject content, Request? parent)
    {
        var topic = Encoding.UTF8.GetBytes($"kernel.{writer.Session}.{type}");
        publisher.Publish([topic, .. writer.Write(type, content, parent?.Message.Header ?? default).Frames]);
    }

    /// <summary>Answers a request.</summary>
    public void Reply(Request request, JsonObject content)
    {
        ReadOnlyMemory<byte>[] frames;
        try
        {
            (_, frames) = writer.Write(request.ReplyType, content, request.Message.Header);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // Values of cells are in it, and not every number can be expressed as JSON.
            (_, frames) = writer.Write(request.ReplyType, ReplyContent.Error(new("NotJson", exception.Message)), request.Message.Header);
        }
        if (!Send(request.Origin, request.Message, frames)) log.Write($"A front end left before its {request.ReplyType} could be sent.");
    }

    /// <summary>Asks the person who sent a request.</summary>
    /// <returns>The question's name, or null if that front end has no keyboard connected.</returns>
    public string? Ask(Request request, JsonObject content)
    {
        var (id, frames) = writer.Write("input_request", content, request.Message.Header);
        return Send(input, request.Message, frames) ? id : null;
    }

    /// <summary>Sends what waits, for a moment, and closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(sockets.Select(socket => socket.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    static bool Send(RouterSocket socket, JupyterMessage to, ReadOnlyMemory<byte>[] frames)
    {
        var prefix = to.Identities.Skip(1).Select(identity => (ReadOnlyMemory<byte>)identity);
        return socket.TrySend(to.Identities[0], [.. prefix, .. frames]);
    }

    JupyterMessage? Read(byte[] identity, List<byte[]> frames)
    {
        if (reader.TryRead([identity, .. frames], out var message, out var fault)) return message;
        log.Write($"A message was dropped: {fault}.");
        return null;
    }

    /// <summary>Tells a new subscriber that it misses nothing from now on (Jupyter Enhancement Proposal 65).</summary>
    byte[]? Welcome(byte[] topic)
    {
        if (!Utf8.IsValid(topic)) return null;
        var content = new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) };
        return FrameWriter.Message([topic, .. writer.Write("iopub_welcome", content, default).Frames]);
    }
}
