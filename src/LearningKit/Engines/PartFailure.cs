namespace LearningKit.Engines;

/// <summary>One part that threw.</summary>
/// <param name="Part">The part's number, from 0, in the order of Divide.</param>
/// <param name="Worker">The worker that executed it, from 0.</param>
/// <param name="Exception">What it threw.</param>
public sealed record PartFailure(int Part, int Worker, Exception Exception);
