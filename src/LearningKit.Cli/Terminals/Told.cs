namespace LearningKit.Cli.Terminals;

/// <summary>Progress that is told at once, on the thread that reports it.</summary>
sealed class Told<T>(Action<T> tell) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => tell(value);
}
