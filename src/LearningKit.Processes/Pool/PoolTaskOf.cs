using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <inheritdoc/>
/// <param name="call">The call that it comes from.</param>
/// <param name="ledger">Where the outcomes are entered.</param>
/// <param name="first">The number of its first item.</param>
/// <param name="count">How many items it has.</param>
/// <param name="pack">Packs items of the call: from which on, and how many.</param>
sealed class PoolTask<TOut>(PoolCall call, Ledger<TOut> ledger, long first, int count, Func<long, int, Parcel> pack)
    : PoolTask(call, first, count)
{
    Yield<TOut>? yielded;
    Exception? failure;

    public override Parcel Pack() => pack(First, Count);

    public override (Measured Measured, TaskOutcome Outcome) Read(Frame frame)
    {
        Measured measured = default;
        try
        {
            if (frame.Kind == FrameKind.Result) measured = (yielded = frame.Unpack<Yield<TOut>>()).Measured;
            else (measured, failure) = frame.Unpack<Failed>();
        }
        catch (Exception exception) when (exception is not EndOfStreamException)
        {
            failure = exception;
        }
        // A result that comes in spite of a cancellation is a result; one that comes after its time is none.
        if (Stopped is TimeoutException || (Stopped is not null && failure is OperationCanceledException)) failure = Stopped;
        var outcome = failure is null && yielded!.Failures is null ? TaskOutcome.Succeeded
            : failure is null || failure != Stopped ? TaskOutcome.Threw
            : failure is TimeoutException ? TaskOutcome.TimedOut
            : TaskOutcome.Cancelled;
        return (measured, outcome);
    }

    public override void Settle(TaskRecord record)
    {
        if (failure is null) ledger.Enter(First, yielded!, record);
        else if (failure == Stopped) End(failure, record);
        else ledger.Fail(First, Count, failure, record);
    }

    public override void End(Exception reason, TaskRecord? record)
    {
        if (reason is OperationCanceledException) ledger.Cancel(First, Count, reason.Message);
        else if (reason is WorkerStartException) Refuse(reason);
        else ledger.Fail(First, Count, reason, record);
    }

    public override void Refuse(Exception reason) => ledger.Refuse(First, Count, reason);

    public override IEnumerable<PoolTask> Again() => Count == 1
        ? [new PoolTask<TOut>(Call, ledger, First, 1, pack) { Number = Number, Attempt = Attempt + 1 }]
        : Enumerable.Range(0, Count).Select(i => new PoolTask<TOut>(Call, ledger, First + i, 1, pack) { Attempt = Attempt + 1 });
}
