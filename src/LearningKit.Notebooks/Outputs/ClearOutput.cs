namespace LearningKit.Notebooks;

/// <summary>Removes what the cell has shown so far. A notebook file never holds it.</summary>
/// <param name="Wait">True to remove it only when the next output comes, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;
