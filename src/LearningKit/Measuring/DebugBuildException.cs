namespace LearningKit.Measuring;

/// <summary>Something compiled without optimisation was to be measured.</summary>
/// <param name="message">Which assembly it was, and how to compile it.</param>
public sealed class DebugBuildException(string message) : InvalidOperationException(message);
