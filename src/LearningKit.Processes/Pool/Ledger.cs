using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using LearningKit.Engines;

namespace LearningKit.Processes;

/// <summary>
/// What became of each item: a result, a failure or a cancellation, entered exactly once, whatever happens to workers. A second
/// entry would be a fault of the pool: it is refused.
/// </summary>
/// <param name="first">The number of its first item.</param>
/// <param name="count">How many items it has.</param>
/// <param name="total">How many items the whole call has; null if nobody knows.</param>
/// <param name="entered">Told after each entry of results and failures for how many items it was; of cancellations it is not told.</param>
/// <remarks>Thread-safe: different tasks enter the outcomes of different items at the same time.</remarks>
sealed class Ledger<TOut>(long first, int count, int? total, Action<int>? entered = null)
{
    readonly TOut[] results = new TOut[count];
    readonly Entry[] entries = new Entry[count];
    readonly List<PartFailure> failures = [];
    readonly TaskCompletionSource settled = Completed(count == 0);
    string? cancellation;
    Exception? refusal;
    int done;

    enum Entry : byte { Open, Result, Failure, Cancellation }

    /// <summary>Completes when each item has its outcome.</summary>
    public Task Settled => settled.Task;

    /// <summary>The execution that the last entry is about; null if it was none.</summary>
    public TaskRecord? LastRecord { get; private set; }

    /// <summary>Enters what a task yielded for its items.</summary>
    /// <param name="item">The number of the task's first item.</param>
    /// <param name="yielded">Results and failures.</param>
    /// <param name="record">Who computed it when.</param>
    public void Enter(long item, Yield<TOut> yielded, TaskRecord record)
    {
        LastRecord = record;
        var index = (int)(item - first);
        foreach (var (at, exception) in yielded.Failures ?? []) Fail(index + at, exception, record.WorkerIndex);
        for (var i = 0; i < yielded.Results.Length; i++)
        {
            if (entries[index + i] == Entry.Failure) continue;
            Open(index + i, Entry.Result);
            results[index + i] = yielded.Results[i];
        }
        Report(yielded.Results.Length);
    }

    /// <summary>Enters that items have no result because of an exception.</summary>
    public void Fail(long item, int items, Exception exception, TaskRecord? record)
    {
        LastRecord = record;
        var index = (int)(item - first);
        for (var i = 0; i < items; i++) Fail(index + i, exception, record?.WorkerIndex ?? Tracing.Trace.Caller);
        Report(items);
    }

    /// <summary>Enters that items were refused before they were sent: whoever waits gets the exception itself.</summary>
    public void Refuse(long item, int items, Exception exception)
    {
        Interlocked.CompareExchange(ref refusal, exception, null);
        Fail(item, items, exception, record: null);
    }

    /// <summary>Enters that items were cancelled.</summary>
    public void Cancel(long item, int items, string reason)
    {
        var index = (int)(item - first);
        for (var i = 0; i < items; i++) Open(index + i, Entry.Cancellation);
        cancellation = reason;
        Settle(items);
    }

    /// <summary>The results in the order of the items, when all are settled.</summary>
    /// <exception cref="PartFailedException">Items failed: says which, and keeps the results of the others.</exception>
    /// <exception cref="OperationCanceledException">Items were cancelled.</exception>
    public TOut[] Results(CancellationToken cancel)
    {
        if (refusal is not null) ExceptionDispatchInfo.Throw(refusal);
        if (failures.Count > 0) throw new PartFailedException([.. failures.OrderBy(failure => failure.Part)], Completed(), total, "Item");
        if (cancellation is not null) throw new OperationCanceledException(cancellation, cancel);
        return results;
    }

    /// <summary>The result of the only item, when it is settled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TOut Result(CancellationToken cancel)
    {
        if (failures.Count > 0) ExceptionDispatchInfo.Throw(failures[0].Exception);
        return Results(cancel)[0];
    }

    void Fail(int index, Exception exception, int worker)
    {
        Open(index, Entry.Failure);
        lock (failures) failures.Add(new((int)(first + index), worker, exception));
    }

    void Open(int index, Entry entry)
    {
        if (Interlocked.CompareExchange(ref entries[index], entry, Entry.Open) != Entry.Open) AlreadyEntered(index, entry);
    }

    [DoesNotReturn]
    void AlreadyEntered(int index, Entry entry) =>
        throw new InvalidOperationException($"Item {first + index} has the outcome {entries[index]} and was given the outcome {entry}: a fault of the pool, please report it.");

    void Report(int items)
    {
        try { entered?.Invoke(items); }
        catch (Exception exception) { Interlocked.CompareExchange(ref refusal, exception, null); }   // It is the caller's: the caller gets it.
        Settle(items);
    }

    void Settle(int items)
    {
        if (Interlocked.Add(ref done, items) == count) settled.SetResult();
    }

    Dictionary<int, object?> Completed() =>
        Enumerable.Range(0, count).Where(index => entries[index] == Entry.Result).ToDictionary(index => (int)first + index, index => (object?)results[index]);

    static TaskCompletionSource Completed(bool now)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (now) source.SetResult();
        return source;
    }
}
