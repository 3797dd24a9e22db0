namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// Answers every request with itself: a REP socket (28/REQREP) for heartbeats. The envelope that a request carries is part of
/// its frames and so of the answer.
/// </summary>
/// <param name="address">Where it listens.</param>
/// <param name="limits">What peers may use up.</param>
/// <param name="log">Gets a sentence about each peer that was disconnected.</param>
sealed class EchoSocket(ZmtpAddress address, ZmtpLimits limits, Action<string> log) : ZmtpSocket("REP", address, limits, log)
{
    /// <inheritdoc/>
    protected override bool Serves(string peerType) => peerType is "REQ" or "DEALER";

    /// <inheritdoc/>
    protected override ValueTask ReceiveAsync(ZmtpConnection connection, List<byte[]> frames)
    {
        connection.TrySend(FrameWriter.Message([.. frames.Select(frame => (ReadOnlyMemory<byte>)frame)]));
        return ValueTask.CompletedTask;
    }
}
