namespace LearningKit.Notebooks;

/// <summary>The cell at which the execution of a notebook ended.</summary>
/// <param name="Index">The cell's place among all cells, from 0.</param>
/// <param name="Number">The number of the execution, as messages name the cell.</param>
/// <param name="Error">Why it failed.</param>
public sealed record CellFailure(int Index, int Number, ErrorOutput Error);
