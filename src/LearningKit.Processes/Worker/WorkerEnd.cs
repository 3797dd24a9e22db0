namespace LearningKit.Processes;

/// <summary>How a worker ended.</summary>
/// <param name="ExitCode">Its exit code; on Unix 128 and the signal's number if a signal ended it.</param>
/// <param name="WasKilled">True if a signal, the system or another process ended it.</param>
/// <param name="Explanation">What happened and what to do, in one or two sentences; its last words if it had some.</param>
public sealed record WorkerEnd(int ExitCode, bool WasKilled, string Explanation);
