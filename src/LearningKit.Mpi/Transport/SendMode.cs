namespace LearningKit.Mpi;

/// <summary>When a send may return (MPI 4.1, 3.4).</summary>
public enum SendMode
{
    /// <summary>When the buffer may be changed: at once if the transport copies the message (small ones), else when it is received.</summary>
    Standard,

    /// <summary>When the receiver has begun to receive.</summary>
    Synchronous,

    /// <summary>At once: the transport copies the message, however long it is.</summary>
    Buffered,

    /// <summary>As the standard mode; the caller promises that the receive has been posted already.</summary>
    Ready,
}
