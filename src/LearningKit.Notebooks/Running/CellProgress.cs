namespace LearningKit.Notebooks;

/// <summary>Something happened in the execution of a notebook: a cell began, showed something, or ended.</summary>
/// <param name="Index">The cell's place among all cells of the executed notebook, from 0.</param>
/// <param name="Count">How many cells the executed notebook has.</param>
public abstract record CellProgress(int Index, int Count);
