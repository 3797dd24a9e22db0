namespace LearningKit.Processes;

/// <summary>A worker could not be started.</summary>
public sealed class WorkerStartException(string message, Exception? inner = null) : Exception(message, inner);
