namespace LearningKit.Measuring;

/// <summary>What a number of threads did together.</summary>
/// <param name="Threads">How many threads computed.</param>
/// <param name="Cores">How many cores' worth of work they did.</param>
public readonly record struct EffectiveCoresPoint(int Threads, double Cores);
