using System.Diagnostics;
using LearningKit.Engines;

namespace LearningKit.Processes;

/// <summary>Keeps who ran what when, by the pool's clock.</summary>
sealed class PoolRecords
{
    /// <summary>How many records are kept: the last ones.</summary>
    public const int Most = 100_000;

    readonly Queue<TaskRecord> records = [];
    readonly long zero = Stopwatch.GetTimestamp();

    /// <summary>A record as engines tell of the execution of a part.</summary>
    public PartExecution ExecutionOf(TaskRecord record)
    {
        return new(record.WorkerIndex, record.ProcessId, record.Core, Ticks(record.Started), Ticks(record.Started + record.Duration));

        long Ticks(TimeSpan time) => zero + (long)(time.TotalSeconds * Stopwatch.Frequency);
    }

    /// <summary>The records, in the order in which the tasks ended.</summary>
    public IReadOnlyList<TaskRecord> All
    {
        get
        {
            lock (records) return [.. records];
        }
    }

    /// <summary>Keeps the record of a task that a worker has answered, or died of.</summary>
    /// <param name="task">The task.</param>
    /// <param name="worker">Its worker.</param>
    /// <param name="measured">What the worker measured; the default if it did not come to that.</param>
    /// <param name="size">Bytes that came back.</param>
    /// <param name="outcome">How it ended.</param>
    /// <returns>The record.</returns>
    public TaskRecord Add(PoolTask task, PoolWorker worker, Measured measured, long size, TaskOutcome outcome)
    {
        var now = Stopwatch.GetTimestamp();
        if (measured == default) measured = new(Math.Max(task.SentAt, worker.AnsweredAt), now, Core: -1);   // until then it waited
        // The clock is the same in all processes of a machine, so what the worker noted needs no conversion.
        var record = new TaskRecord
        {
            Task = task.Number,
            Attempt = task.Attempt,
            Items = (task.First, task.Count),
            Worker = worker.Name,
            WorkerIndex = worker.Index,
            ProcessId = worker.ProcessId,
            Core = measured.Core,
            Sent = Stopwatch.GetElapsedTime(zero, task.SentAt),
            Started = Stopwatch.GetElapsedTime(zero, measured.Started),
            Duration = Stopwatch.GetElapsedTime(measured.Started, measured.Ended),
            Received = Stopwatch.GetElapsedTime(zero, now),
            BytesSent = task.BytesSent,
            BytesReceived = size,
            Outcome = outcome,
        };
        lock (records)
        {
            records.Enqueue(record);
            if (records.Count > Most) records.Dequeue();
        }
        return record;
    }
}
