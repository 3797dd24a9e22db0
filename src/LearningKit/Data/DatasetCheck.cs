namespace LearningKit.Data;

/// <summary>What a check of a data set found.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Path">Where its file is or would be.</param>
/// <param name="State">Whether it is there and whole.</param>
/// <param name="Message">The finding as a sentence, with what to do.</param>
public sealed record DatasetCheck(Dataset Dataset, string Path, DatasetState State, string Message);
