using System.Diagnostics;

namespace LearningKit.Measuring;

/// <summary>Threads that begin together: the probes run on them.</summary>
static class Crew
{
    /// <summary>
    /// Runs <paramref name="body"/> once on each of <paramref name="threads"/> new threads, which wait for one another before they begin.
    /// </summary>
    /// <param name="threads">How many threads.</param>
    /// <param name="body">Given the thread's number and the timestamp at which all began. What it throws is thrown to the caller.</param>
    /// <returns>The seconds from the common beginning until the last one ended.</returns>
    public static double Run(int threads, Action<int, long> body)
    {
        long start = 0, end = 0;
        Exception? failure = null;
        using var together = new Barrier(threads, _ => start = Stopwatch.GetTimestamp());
        var crew = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            var number = i;
            crew[i] = new(() =>
            {
                together.SignalAndWait();
                try { body(number, start); }
                catch (Exception e) { Interlocked.CompareExchange(ref failure, e, null); }
                InterlockedMax(ref end, Stopwatch.GetTimestamp());
            })
            { IsBackground = true, Name = $"probe {number}" };
            crew[i].Start();
        }
        foreach (var thread in crew) thread.Join();
        if (failure is not null) throw new InvalidOperationException($"A probe failed: {failure.Message}", failure);
        return Stopwatch.GetElapsedTime(start, end).TotalSeconds;
    }

    /// <summary>The numbers of threads at which a probe looks: 1, 2, 4, ... and all the processors.</summary>
    public static IReadOnlyList<int> Sizes()
    {
        var sizes = new List<int>();
        for (var threads = 1; threads < Environment.ProcessorCount; threads *= 2) sizes.Add(threads);
        return [.. sizes, Environment.ProcessorCount];
    }

    static void InterlockedMax(ref long place, long value)
    {
        for (var seen = Volatile.Read(ref place); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
