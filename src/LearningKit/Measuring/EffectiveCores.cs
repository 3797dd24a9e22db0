using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LearningKit.Measuring;

/// <summary>
/// How many cores' worth of work is really to be had. A core count is not a capacity: logical cores share a core, control
/// groups grant less, hosts are shared, and others use the machine at the same time.
/// </summary>
/// <param name="Reported">The processors that the runtime sees.</param>
/// <param name="Available">The cores' worth of work that was to be had, from 0 to <paramref name="Reported"/>.</param>
/// <param name="Points">What each number of threads did.</param>
public sealed record EffectiveCores(int Reported, double Available, IReadOnlyList<EffectiveCoresPoint> Points)
{
    const int Rounds = 3;

    /// <summary>All windows together last this long.</summary>
    static readonly TimeSpan budget = TimeSpan.FromMilliseconds(600);

    /// <summary>
    /// Measures it: 1, 2, 4, ... threads compute in their registers for the same short time, in turn, three rounds; the work
    /// done is divided by what one thread did in its best round.
    /// </summary>
    /// <remarks>
    /// Takes well under a second and uses all cores. A control group's grant is read, not felt: it is handed out in slices
    /// of 100 ms, longer than a window.
    /// </remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static EffectiveCores Measure(CancellationToken cancel = default)
    {
        var sizes = Crew.Sizes();
        var window = budget / (Rounds * sizes.Count);
        var windows = new List<(int Threads, double Work)>();
        for (var round = 0; round < Rounds; round++)
            foreach (var threads in sizes)
            {
                cancel.ThrowIfCancellationRequested();
                windows.Add((threads, WorkOf(threads, window)));
            }
        return From(windows, Environment.ProcessorCount, MachineReader.CpuLimit());
    }

    /// <summary>Turns the work done in windows of equal length into cores.</summary>
    internal static EffectiveCores From(IReadOnlyList<(int Threads, double Work)> windows, int reported, double? limit)
    {
        var most = Math.Min(reported, limit ?? reported);
        var oneCore = windows.Where(window => window.Threads == 1).Max(window => window.Work);
        var points = windows
            .GroupBy(window => window.Threads, window => window.Work / oneCore)
            .Select(group => new EffectiveCoresPoint(group.Key, Math.Min(most, Statistics.Median([.. group]))))
            .OrderBy(point => point.Threads)
            .ToArray();
        return new(reported, points.Max(point => point.Cores), points);
    }

    static double WorkOf(int threads, TimeSpan window)
    {
        var ticks = (long)(window.TotalSeconds * Stopwatch.Frequency);
        var work = new long[threads];
        Crew.Run(threads, (number, start) => work[number] = Spin(start + ticks));
        return work.Sum();
    }

    /// <summary>
    /// Multiplies until the deadline. Four chains that do not wait for one another keep the multiplier busy, so that two
    /// threads which share a core cannot pass for two cores.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static long Spin(long deadline)
    {
        const ulong factor = 6364136223846793005;
        ulong a = 1, b = 2, c = 3, d = 4;
        long laps = 0;
        while (Stopwatch.GetTimestamp() < deadline)
        {
            for (var i = 0; i < 1000; i++) (a, b, c, d) = (a * factor + 1, b * factor + 3, c * factor + 5, d * factor + 7);
            laps++;
        }
        return (a ^ b ^ c ^ d) == 0 ? laps + 1 : laps;   // the chains are used, so they are computed
    }
}
