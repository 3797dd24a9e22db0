using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>Some items on their way to a worker and back: what the dispatcher hands out.</summary>
abstract class PoolTask(PoolCall call, long first, int count)
{
    /// <summary>The number of a task that was not submitted yet.</summary>
    public const long None = -1;

    /// <summary>Its number in the pool, from 0. Given by the dispatcher.</summary>
    public long Number { get; set; } = None;

    /// <summary>The call that it comes from.</summary>
    public PoolCall Call => call;

    /// <summary>The number of its first item.</summary>
    public long First => first;

    /// <summary>How many items it has.</summary>
    public int Count => count;

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How it travels.</summary>
    public FrameKind Kind => call.Function is null ? FrameKind.Apply : FrameKind.Call;

    /// <summary>When it was sent, in ticks of Stopwatch.</summary>
    public long SentAt { get; set; }

    /// <summary>Bytes of arguments.</summary>
    public long BytesSent { get; set; }

    /// <summary>Why its worker was told to stop it: a cancellation or a timeout; null if it was not. Set by the dispatcher.</summary>
    public Exception? Stopped { get; set; }

    /// <summary>Its items, for people.</summary>
    public string ItemsText => WorkerDiedException.Describe(first, count);

    /// <summary>Packs the items.</summary>
    /// <exception cref="CannotTravelException">One of them cannot travel.</exception>
    public abstract Parcel Pack();

    /// <summary>Rebuilds what the worker sent. The outcomes are entered by <see cref="Settle"/>.</summary>
    /// <exception cref="EndOfStreamException">The worker ended within it.</exception>
    public abstract (Measured Measured, TaskOutcome Outcome) Read(Frame frame);

    /// <summary>Enters the outcomes that were read.</summary>
    public abstract void Settle(TaskRecord record);

    /// <summary>Enters that the items have no result: they failed or, if the reason is that, were cancelled.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="record">The last execution; null if there was none.</param>
    public abstract void End(Exception reason, TaskRecord? record);

    /// <summary>Enters that the items cannot be sent.</summary>
    public abstract void Refuse(Exception reason);

    /// <summary>The tasks to try again with: item by item, so that one which kills its worker takes no other with it.</summary>
    public abstract IEnumerable<PoolTask> Again();
}
