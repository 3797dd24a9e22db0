namespace LearningKit.Notebooks;

/// <summary>A cell ended.</summary>
/// <param name="Index">The cell's place among all cells of the executed notebook, from 0.</param>
/// <param name="Count">How many cells the executed notebook has.</param>
/// <param name="Number">The number of the execution.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Error">Why it failed; null if it succeeded.</param>
/// <param name="Expected">True if the cell's tag <c>raises-exception</c> says that it may fail.</param>
public sealed record CellEnded(int Index, int Count, int Number, TimeSpan Duration, ErrorOutput? Error, bool Expected) : CellProgress(Index, Count);
