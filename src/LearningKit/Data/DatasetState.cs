namespace LearningKit.Data;

/// <summary>Whether a data set is there and whole.</summary>
public enum DatasetState
{
    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>The file is there, with the right size and SHA-256.</summary>
    Whole,

    /// <summary>The file is there, and is not what the manifest says.</summary>
    Broken,
}
