namespace LearningKit.Exercises;

/// <summary>What the learner reads from a machine card.</summary>
/// <param name="Workers">How many threads of pure computing are worth starting.</param>
/// <param name="DoublesNearby">How many doubles the data cache nearest to a core holds.</param>
public sealed record CardReading(int Workers, long DoublesNearby);
