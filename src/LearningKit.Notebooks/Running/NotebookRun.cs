namespace LearningKit.Notebooks;

/// <summary>The execution of a notebook.</summary>
/// <param name="Notebook">A copy of the notebook with what its cells showed; cells behind a failure have no outputs.</param>
/// <param name="Failure">Where and why it stopped; null if every cell ran.</param>
/// <param name="Duration">The time from start to end.</param>
public sealed record NotebookRun(Notebook Notebook, CellFailure? Failure, TimeSpan Duration)
{
    /// <summary>True if every cell ran.</summary>
    public bool Succeeded => Failure is null;
}
