namespace LearningKit.Cli.Testing;

/// <summary>A test that was not run.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Reason">Why, as it said itself.</param>
sealed record SkippedTest(string Name, string Reason);
