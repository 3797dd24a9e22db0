using System.Collections.Concurrent;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// Sends to every peer that has subscribed to a prefix of the message's first frame (29/PUBSUB). Peers subscribe by messages
/// (ZMTP 3.0) or by commands (3.1).
/// </summary>
sealed class PublisherSocket : ZmtpSocket
{
    readonly ConcurrentDictionary<ZmtpConnection, List<byte[]>> peers = [];
    readonly Func<byte[], byte[]?> welcome;

    /// <summary>Takes the address.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="limits">What peers may use up.</param>
    /// <param name="log">Gets a sentence about each peer that was disconnected.</param>
    /// <param name="welcome">Makes what a peer gets when it has subscribed to a topic, as it goes over the wire; null for nothing.</param>
    public PublisherSocket(ZmtpAddress address, ZmtpLimits limits, Action<string> log, Func<byte[], byte[]?> welcome)
        : base("PUB", address, limits, log) => this.welcome = welcome;

    /// <summary>Sends a message to whoever has subscribed, without waiting. The first frame is the topic.</summary>
    public void Publish(params ReadOnlySpan<ReadOnlyMemory<byte>> frames)
    {
        byte[]? bytes = null;
        foreach (var (peer, topics) in peers)
        {
            if (!Wants(topics, frames[0].Span)) continue;
            bytes ??= FrameWriter.Message(frames);
            if (!peer.TrySend(bytes)) Log($"A front end lost output, since it reads too slowly: {peer.Waiting:N0} bytes wait for it.");
        }
    }

    /// <inheritdoc/>
    protected override bool Serves(string peerType) => peerType is "SUB" or "XSUB";

    /// <inheritdoc/>
    protected override void Add(ZmtpConnection connection) => peers[connection] = [];

    /// <inheritdoc/>
    protected override void Remove(ZmtpConnection connection) => peers.TryRemove(connection, out _);

    /// <inheritdoc/>
    protected override ValueTask ReceiveAsync(ZmtpConnection connection, List<byte[]> frames)
    {
        switch (frames)
        {
            case [[1, .. var topic]]:
                Subscribe(connection, topic);
                break;
            case [[0, .. var topic]]:
                Cancel(connection, topic);
                break;
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Receive(ZmtpConnection connection, Command command)
    {
        if (command.Name == "SUBSCRIBE") Subscribe(connection, command.Data.ToArray());
        else if (command.Name == "CANCEL") Cancel(connection, command.Data.ToArray());
    }

    void Subscribe(ZmtpConnection connection, byte[] topic)
    {
        var topics = peers[connection];
        lock (topics)
        {
            if (topics.Count == Limits.Subscriptions) throw new ZmtpException($"it subscribed to more than {Limits.Subscriptions} topics");
            topics.Add(topic);
        }
        if (welcome(topic) is { } message) connection.TrySend(message);
    }

    void Cancel(ZmtpConnection connection, byte[] topic)
    {
        var topics = peers[connection];
        lock (topics)
        {
            var index = topics.FindIndex(known => known.AsSpan().SequenceEqual(topic));
            if (index >= 0) topics.RemoveAt(index);
        }
    }

    static bool Wants(List<byte[]> topics, ReadOnlySpan<byte> topic)
    {
        lock (topics)
        {
            foreach (var prefix in topics)
            {
                if (topic.StartsWith(prefix)) return true;
            }
            return false;
        }
    }
}
