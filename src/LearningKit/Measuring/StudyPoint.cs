namespace LearningKit.Measuring;

/// <summary>One measured point of a study.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Workers">How many workers it used.</param>
/// <param name="Size">The size of the problem that it solved.</param>
/// <param name="Timing">How long it took: dividing, executing and gathering, not making the input.</param>
public sealed record StudyPoint(string Engine, int Workers, long Size, Timing Timing);
