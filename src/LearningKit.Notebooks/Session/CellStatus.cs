namespace LearningKit.Notebooks;

/// <summary>How the execution of a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It could not be compiled, or it threw.</summary>
    Failed,

    /// <summary>It was stopped from outside.</summary>
    Cancelled,
}
