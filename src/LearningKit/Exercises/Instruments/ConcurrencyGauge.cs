namespace LearningKit.Exercises;

/// <summary>
/// Proves how many workers are inside a piece of work at once, by steps and not by luck: whoever enters is held at the
/// door until the awaited number is inside together, then the door stays open.
/// </summary>
/// <remarks>
/// Thread-safe. Workers that come one after the other never make up the number: the first is held for the whole
/// patience, once, and <see cref="Peak"/> stays 1. That is the only wait that a clock ends, and only wrong answers meet it.
/// <para>Holds threads, not tasks: the work must run on as many threads as are awaited.</para>
/// </remarks>
/// <param name="awaited">How many are to be inside together.</param>
/// <param name="patience">How long to hold the door; default 5 seconds.</param>
/// <example>
/// <code>
/// var gauge = new ConcurrencyGauge(awaited: 4);
/// answer(item => { using (gauge.Enter()) ledger.Enter(item); });
/// if (gauge.Peak &lt; 4) return NotYet($"At most {gauge.Peak} workers were active at once.", "...");
/// </code>
/// </example>
public sealed class ConcurrencyGauge(int awaited, TimeSpan? patience = null)
{
    readonly object door = new();
    readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(5);
    bool open;
    int inside;

    /// <summary>The most workers that were inside together so far.</summary>
    public int Peak { get; private set; }

    /// <summary>Enters the work, waiting at the door while it is closed. Dispose what is returned to leave.</summary>
    public IDisposable Enter()
    {
        lock (door)
        {
            inside++;
            Peak = Math.Max(Peak, inside);
            if (inside >= awaited) Open();
            var deadline = DateTime.UtcNow + patience;
            while (!open)
            {
                var left = deadline - DateTime.UtcNow;
                if (left <= TimeSpan.Zero || !Monitor.Wait(door, left)) Open();
            }
        }
        return new Visit(this);
    }

    void Open()
    {
        open = true;
        Monitor.PulseAll(door);
    }

    void Leave()
    {
        lock (door) inside--;
    }

    sealed class Visit(ConcurrencyGauge gauge) : IDisposable
    {
        public void Dispose() => gauge.Leave();
    }
}
