namespace LearningKit.Measuring;

/// <summary>The operations that a number of threads reached together.</summary>
/// <param name="Threads">How many threads.</param>
/// <param name="Gigaflops">10^9 floating-point operations a second.</param>
public readonly record struct PeakFlopsPoint(int Threads, double Gigaflops);
