namespace LearningKit.Notebooks;

/// <summary>A cell showed something.</summary>
/// <param name="Index">The cell's place among all cells of the executed notebook, from 0.</param>
/// <param name="Count">How many cells the executed notebook has.</param>
/// <param name="Output">What it showed.</param>
public sealed record CellShowed(int Index, int Count, CellOutput Output) : CellProgress(Index, Count);
