namespace LearningKit.Notebooks;

/// <summary>A cell began.</summary>
/// <param name="Index">The cell's place among all cells of the executed notebook, from 0.</param>
/// <param name="Count">How many cells the executed notebook has.</param>
public sealed record CellStarted(int Index, int Count) : CellProgress(Index, Count);
