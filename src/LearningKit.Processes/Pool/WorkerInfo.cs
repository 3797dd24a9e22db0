namespace LearningKit.Processes;

/// <summary>A worker of a pool.</summary>
/// <param name="Name">Its name, for example <c>worker 1</c>; one that replaces a dead worker has a new name.</param>
/// <param name="Index">Its number in the pool, from 0.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="TasksDone">How many tasks it has ended.</param>
public sealed record WorkerInfo(string Name, int Index, int ProcessId, int TasksDone);
