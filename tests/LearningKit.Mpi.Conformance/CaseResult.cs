namespace LearningKit.Mpi.Conformance;

/// <summary>How a case went on a rank: one line of the file that the rank writes.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Rank">The rank.</param>
/// <param name="Failure">What went wrong; null if nothing did.</param>
public sealed record CaseResult(string Case, int Rank, string? Failure);
