namespace LearningKit.Exercises;

/// <summary>What is left when some items could not be computed.</summary>
/// <param name="Results">The result of each item that could, by its number.</param>
/// <param name="Lost">The numbers of the items that could not, in any order.</param>
public sealed record Survivors(IReadOnlyDictionary<int, long> Results, IReadOnlyList<int> Lost);
