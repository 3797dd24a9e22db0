namespace LearningKit.Notebooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>A program text that is executed.</summary>
    Code,

    /// <summary>Text for people, in Markdown.</summary>
    Markdown,

    /// <summary>Text that is neither executed nor rendered.</summary>
    Raw,
}
