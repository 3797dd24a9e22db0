namespace LearningKit.Measuring;

/// <summary>The memory bandwidth that a number of threads reached together.</summary>
/// <param name="Threads">How many threads.</param>
/// <param name="Copy">a[i] = b[i]: 16 bytes a step, in 10^9 bytes a second.</param>
/// <param name="Triad">a[i] = b[i] + s c[i]: 24 bytes and 2 operations a step, in 10^9 bytes a second.</param>
public readonly record struct BandwidthPoint(int Threads, double Copy, double Triad);
