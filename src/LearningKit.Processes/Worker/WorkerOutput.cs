namespace LearningKit.Processes;

/// <summary>A line that a worker printed.</summary>
/// <param name="Worker">The worker's name.</param>
/// <param name="IsError">True if it was printed to the error stream.</param>
/// <param name="Text">The line without its end.</param>
public sealed record WorkerOutput(string Worker, bool IsError, string Text);
