namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>How much of this process a peer may use up. One that wants more loses its connection.</summary>
sealed record ZmtpLimits
{
    /// <summary>The size of one message, all frames together, in bytes.</summary>
    public long MessageSize { get; init; } = 64 << 20;

    /// <summary>How many frames a message may have.</summary>
    public int Frames { get; init; } = 256;

    /// <summary>What messages that are still coming in may hold, all peers together, in bytes.</summary>
    public long Incoming { get; init; } = 256 << 20;

    /// <summary>
    /// What may wait to be sent to one peer, in bytes. Beyond it, messages to this peer are dropped (ZMTP's high-water mark).
    /// It is large, since a notebook must not lose output while its server is busy.
    /// </summary>
    public long Outgoing { get; init; } = 128 << 20;

    /// <summary>How many peers may be connected to a socket.</summary>
    public int Connections { get; init; } = 256;

    /// <summary>How many subscriptions a peer may have.</summary>
    public int Subscriptions { get; init; } = 256;

    /// <summary>How long a peer may take to introduce itself.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a socket that closes goes on sending what waits.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(2);
}
