namespace LearningKit.Notebooks;

/// <summary>What a session needs to know about its surroundings.</summary>
public sealed record SessionOptions
{
    /// <summary>The folder from which cells name files (<c>#r</c>, <c>#load</c>, shell and Python cells): the notebook's folder.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>The folder for compiled <c>#!library</c> cells and restored packages, kept between sessions.</summary>
    public string CacheDirectory { get; init; } = KitCache.Directory;
}
