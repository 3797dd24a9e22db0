using System.Text;

namespace LearningKit.Tracing;

/// <summary>A trace in a few figures.</summary>
public sealed record TraceSummary
{
    /// <summary>From the start of the first event to the end of the last.</summary>
    public required TimeSpan Span { get; init; }

    /// <summary>What each worker did, by its number. The caller, who divides and gathers, is not among them.</summary>
    public required IReadOnlyList<WorkerSummary> Workers { get; init; }

    /// <summary>How long the caller divided and gathered: the serial share.</summary>
    public required TimeSpan Serial { get; init; }

    /// <summary>The most parts that ran at the same time: proof of parallelism, or of its absence, without a clock.</summary>
    public required int PeakConcurrency { get; init; }

    /// <summary>The busy time of all workers as a share of what they could have been busy, from 0 to 1.</summary>
    public double Utilisation => Workers.Count == 0 ? 0 : Workers.Average(worker => worker.Utilisation);

    /// <summary>
    /// How much longer the busiest worker was busy than the average: 0 when all did the same, 1 when the busiest did twice its
    /// share. The usual measure: maximum over mean, less one.
    /// </summary>
    public double LoadImbalance
    {
        get
        {
            if (Workers.Count == 0) return 0;
            var mean = Workers.Average(worker => worker.Busy.TotalSeconds);
            return mean == 0 ? 0 : Workers.Max(worker => worker.Busy.TotalSeconds) / mean - 1;
        }
    }

    /// <summary>Summarises a trace.</summary>
    /// <param name="trace">The trace of one run.</param>
    /// <param name="workers">How many workers there were; null counts those only that left an event.</param>
    public static TraceSummary Of(Trace trace, int? workers = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Of(trace.Events, workers);
    }

    /// <summary>Summarises events.</summary>
    /// <inheritdoc cref="Of(Trace, int?)" path="/param[@name='workers']"/>
    /// <param name="events">The events of one run, in any order.</param>
    /// <param name="workers"></param>
    public static TraceSummary Of(IEnumerable<TraceEvent> events, int? workers = null)
    {
        TraceEvent[] all = [.. events];
        var span = all.Length == 0 ? TimeSpan.Zero : all.Max(e => e.End) - all.Min(e => e.Start);
        var byWorker = all.Where(e => e.Worker != Trace.Caller).ToLookup(e => e.Worker);
        var numbers = byWorker.Select(group => group.Key).Union(Enumerable.Range(0, workers ?? 0)).Order();
        return new()
        {
            Span = span,
            Serial = Covered(all.Where(e => e.Worker == Trace.Caller)),
            PeakConcurrency = Peak(all.Where(e => e.Category == TraceCategory.Execute)),
            Workers = [.. numbers.Select(number => Summarise(number, byWorker[number], span))],
        };
    }

    /// <summary>The figures as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"span {Span.TotalMilliseconds:0.###} ms, serial {Serial.TotalMilliseconds:0.###} ms, utilisation {Utilisation:0%}, load imbalance {LoadImbalance:0.00}, at most {PeakConcurrency} at once");
        foreach (var worker in Workers)
            text.AppendLine($"worker {worker.Worker,3}: {worker.Parts,5} parts, busy {worker.Busy.TotalMilliseconds:0.###} ms ({worker.Utilisation:0%})");
        return text.ToString();
    }

    static WorkerSummary Summarise(int number, IEnumerable<TraceEvent> events, TimeSpan span)
    {
        var kinds = events.ToLookup(e => e.Category);
        var busy = Covered(kinds[TraceCategory.Execute]);
        return new(
            number,
            kinds[TraceCategory.Execute].Count(),
            busy,
            Covered(kinds[TraceCategory.Wait]),
            Covered(kinds[TraceCategory.Communicate]),
            span == TimeSpan.Zero ? 0 : busy / span);
    }

    /// <summary>The time that events cover; where two overlap it counts once.</summary>
    static TimeSpan Covered(IEnumerable<TraceEvent> events)
    {
        var (covered, until) = (TimeSpan.Zero, TimeSpan.MinValue);
        foreach (var e in events.OrderBy(e => e.Start))
        {
            var from = e.Start > until ? e.Start : until;
            if (e.End <= from) continue;
            covered += e.End - from;
            until = e.End;
        }
        return covered;
    }

    /// <summary>Sweeps over starts and ends. What begins at the moment when another ends does not run beside it.</summary>
    static int Peak(IEnumerable<TraceEvent> events)
    {
        var (running, peak) = (0, 0);
        var steps = events.SelectMany(e => new[] { (Time: e.Start, Step: +1), (Time: e.End, Step: -1) });
        foreach (var (_, step) in steps.OrderBy(s => s.Time).ThenBy(s => s.Step))
        {
            running += step;
            peak = Math.Max(peak, running);
        }
        return peak;
    }
}
