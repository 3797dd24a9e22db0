using System.Diagnostics;

namespace LearningKit.Engines;

/// <summary>Who executed a part when, for parts that execute in other processes.</summary>
/// <param name="Worker">The number of the worker, from 0: the lane in a timeline.</param>
/// <param name="Process">The operating system's id of its process.</param>
/// <param name="Core">The processor on which it ended.</param>
/// <param name="Started">When it began, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="Ended">When it ended, in ticks of <see cref="Stopwatch"/>.</param>
public readonly record struct PartExecution(int Worker, int Process, int Core, long Started, long Ended);
