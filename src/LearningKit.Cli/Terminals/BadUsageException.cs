namespace LearningKit.Cli.Terminals;

/// <summary>The command line makes no sense in a way that only the command can see. Ends with <see cref="ExitCode.BadUsage"/>.</summary>
sealed class BadUsageException(string message) : Exception(message);
