namespace LearningKit.Notebooks.Running;

/// <summary>A worker's process has ended, or never began.</summary>
/// <param name="error">Why, as a learner reads it.</param>
sealed class WorkerEndedException(ErrorOutput error) : Exception(error.Message)
{
    /// <summary>Why, as a learner reads it.</summary>
    public ErrorOutput Error => error;
}
