namespace LearningKit.Cli.Terminals;

/// <summary>The command could not do its work and has said all there is to say in its message. Ends with <see cref="ExitCode.Failure"/>.</summary>
sealed class FailureException(string message) : Exception(message);
