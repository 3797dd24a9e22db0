namespace LearningKit.Measuring;

/// <summary>
/// The two bounds of any kernel: what the processor can compute, and what memory can deliver for it.
/// Source: Williams, Waterman and Patterson, "Roofline", CACM 52 (2009).
/// </summary>
/// <param name="Threads">How many threads the bounds are for.</param>
/// <param name="PeakGigaflops">The roof, in 10^9 operations a second.</param>
/// <param name="GigabytesPerSecond">The slope, in 10^9 bytes a second.</param>
public sealed record Roofline(int Threads, double PeakGigaflops, double GigabytesPerSecond)
{
    /// <summary>The operations a byte at which slope and roof meet: left of it memory decides, right of it the processor.</summary>
    public double Ridge => PeakGigaflops / GigabytesPerSecond;

    /// <summary>The most that a kernel can reach, in 10^9 operations a second.</summary>
    /// <param name="intensity">The kernel's operations for each byte that it moves from or to memory.</param>
    public double Attainable(double intensity) => Math.Min(PeakGigaflops, intensity * GigabytesPerSecond);

    /// <summary>The bounds for each number of threads that both probes have measured.</summary>
    public static IReadOnlyList<Roofline> Of(PeakFlops peak, Bandwidth bandwidth)
    {
        ArgumentNullException.ThrowIfNull(peak);
        ArgumentNullException.ThrowIfNull(bandwidth);
        return [.. peak.Points.Join(bandwidth.Points, p => p.Threads, b => b.Threads, (p, b) => new Roofline(p.Threads, p.Gigaflops, Math.Max(b.Copy, b.Triad)))];
    }
}
