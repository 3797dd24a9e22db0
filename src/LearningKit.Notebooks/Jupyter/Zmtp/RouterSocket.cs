using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// Receives from many peers and answers each by its identity (28/REQREP, "The ROUTER socket type"). A peer that names none
/// gets one that begins with a zero byte.
/// </summary>
sealed class RouterSocket : ZmtpSocket
{
    const int LongestIdentity = 255;

    readonly ConcurrentDictionary<string, ZmtpConnection> peers = new(StringComparer.Ordinal);
    readonly Func<byte[], List<byte[]>, ValueTask> receive;
    int unnamed;

    /// <summary>Takes the address.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="limits">What peers may use up.</param>
    /// <param name="log">Gets a sentence about each peer that was disconnected.</param>
    /// <param name="receive">Takes a message: the peer's identity and its frames. The next one waits for the end of the task.</param>
    public RouterSocket(ZmtpAddress address, ZmtpLimits limits, Action<string> log, Func<byte[], List<byte[]>, ValueTask> receive)
        : base("ROUTER", address, limits, log) => this.receive = receive;

    /// <summary>Sends a message to a peer, without waiting.</summary>
    /// <returns>False if the peer is not connected or takes nothing: the message is dropped.</returns>
    public bool TrySend(byte[] identity, params ReadOnlySpan<ReadOnlyMemory<byte>> frames) =>
        peers.TryGetValue(Key(identity), out var peer) && peer.TrySend(FrameWriter.Message(frames));

    /// <inheritdoc/>
    protected override bool Serves(string peerType) => peerType is "DEALER" or "REQ" or "ROUTER";

    /// <inheritdoc/>
    protected override void Add(ZmtpConnection connection)
    {
        // A name that begins with a zero byte could be that of a peer without a name.
        if (connection.Identity is [0, ..] or { Length: > LongestIdentity }) throw new ZmtpException("its identity is not a valid one");
        if (connection.Identity.Length == 0) connection.Identity = NewIdentity();
        // The newest wins: a front end that connects again must be reached, even if its old connection looks alive.
        peers[Key(connection.Identity)] = connection;
    }

    /// <inheritdoc/>
    protected override void Remove(ZmtpConnection connection) =>
        peers.TryRemove(KeyValuePair.Create(Key(connection.Identity), connection));

    /// <inheritdoc/>
    protected override ValueTask ReceiveAsync(ZmtpConnection connection, List<byte[]> frames) => receive(connection.Identity, frames);

    byte[] NewIdentity()
    {
        var identity = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(identity.AsSpan(1), Interlocked.Increment(ref unnamed));
        return identity;
    }

    static string Key(byte[] identity) => Encoding.Latin1.GetString(identity);
}
