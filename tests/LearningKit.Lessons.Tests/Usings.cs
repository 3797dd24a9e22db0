global using Xunit;

// Lessons measure, and all of them share one progress file by an environment variable.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
