namespace LearningKit.Tracing;

/// <summary>What one worker did.</summary>
/// <param name="Worker">The worker's number, from 0.</param>
/// <param name="Parts">How many parts it executed.</param>
/// <param name="Busy">How long it executed parts.</param>
/// <param name="Waiting">How long it waited for others.</param>
/// <param name="Communicating">How long it moved data.</param>
/// <param name="Utilisation">Its busy time as a share of the whole span, from 0 to 1.</param>
public sealed record WorkerSummary(int Worker, int Parts, TimeSpan Busy, TimeSpan Waiting, TimeSpan Communicating, double Utilisation);
