namespace LearningKit.Notebooks;

/// <summary>How a notebook is executed.</summary>
public sealed record RunnerOptions
{
    /// <summary>How long one cell may take; it is stopped then and counts as failed. Ten minutes unless told.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Values for the variables that the cell tagged <c>parameters</c> declares, by name, spelled as on a command line:
    /// <c>1000</c>, <c>0.5</c>, <c>true</c>, or any text for a string.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder from which cells name files; the notebook's folder unless told.</summary>
    public string? WorkingDirectory { get; init; }
}
