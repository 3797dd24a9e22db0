namespace LearningKit.Engines;

/// <summary>One line of the <see cref="EngineCatalog"/>.</summary>
/// <param name="Name">The name in commands and charts.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Create">Makes the engine.</param>
public sealed record EngineInfo(string Name, string Summary, Func<IEngine> Create);
