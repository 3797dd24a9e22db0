using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A place where processes wait for each other: nobody goes on before all are there. Then it serves the next phase.</summary>
/// <example>
/// <code>
/// using var barrier = new SharedBarrier(2);
/// pool.Map(half =>
/// {
///     for (var step = 0; step &lt; 100; step++)
///     {
///         Heat(from, to, half);
///         barrier.SignalAndWait();    // both halves are done: the borders can be read
///         (from, to) = (to, from);
///     }
///     return half;
/// }, [0, 1]);
/// </code>
/// </example>
/// <remarks>
/// <para>A participant that ends, even by kill -9, breaks the barrier: all who wait, and all who come later, get a
/// <see cref="BrokenBarrierException"/> within a tenth of a second instead of waiting forever. A process counts as a participant from its
/// first arrival: one that was killed before that is not known, and only a time limit helps.</para>
/// <para>Thread-safe: several threads of a process can take part, each arrival counts. With a pool there must be as many
/// workers as participants, or tasks wait for tasks that cannot start.</para>
/// </remarks>
public sealed unsafe class SharedBarrier : SharedObject, IReopenable<SharedBarrier>
{
    /// <summary>The most participants that a barrier can have.</summary>
    public const int MostParticipants = 1024;

    const string Kind = nameof(SharedBarrier);

    SharedBarrier(SharedSegment segment)
        : base(segment, Kind) => Participants = (int)((BodySize - BarrierState.Size) / (2 * sizeof(long)));

    /// <summary>Makes a barrier.</summary>
    /// <param name="participants">How many must arrive: 1 to <see cref="MostParticipants"/>.</param>
    public SharedBarrier(int participants)
        : this(SharedSegment.Create(Kind, SizeOf(participants))) => SharedRegistry.Add(this);

    /// <summary>How many must arrive.</summary>
    public int Participants { get; }

    /// <summary>How many phases are completed.</summary>
    public long Phase
    {
        get
        {
            using var access = Use();
            return new BarrierState(access.Body, Participants).Phase;
        }
    }

    /// <summary>How many wait at this moment.</summary>
    public int Arrived
    {
        get
        {
            using var access = Use();
            return new BarrierState(access.Body, Participants).Arrived;
        }
    }

    /// <summary>Arrives, and waits until all have.</summary>
    /// <exception cref="BrokenBarrierException">A participant has ended.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the arrival is taken back.</exception>
    public void SignalAndWait(CancellationToken cancel = default) => SignalAndWait(Timeout.InfiniteTimeSpan, cancel);

    /// <summary>Arrives, and waits until all have, but not longer than that.</summary>
    /// <returns>False if time ran out; then the arrival is taken back.</returns>
    /// <inheritdoc cref="SignalAndWait(CancellationToken)"/>
    public bool SignalAndWait(TimeSpan timeout, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        using var access = Use();
        var state = new BarrierState(access.Body, Participants);
        var phase = state.Arrive();
        try
        {
            return state.Wait(phase, timeout, cancel) || !state.TakeBack(phase);
        }
        catch (OperationCanceledException) when (!state.TakeBack(phase))
        {
            return true;    // the last one came at the same time
        }
    }

    /// <inheritdoc/>
    public static SharedBarrier Open(string address) => SharedRegistry.Open(address, Kind, static (segment, _) => new SharedBarrier(segment));

    static long SizeOf(int participants) => participants is >= 1 and <= MostParticipants
        ? BarrierState.Size + 2L * participants * sizeof(long)
        : throw new ArgumentOutOfRangeException(nameof(participants), participants, $"A barrier has from 1 to {MostParticipants} participants.");
}
