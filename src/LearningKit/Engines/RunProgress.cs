namespace LearningKit.Engines;

/// <summary>How far a run has come.</summary>
/// <param name="Done">Parts that are finished.</param>
/// <param name="Total">Parts in all.</param>
public readonly record struct RunProgress(int Done, int Total);
