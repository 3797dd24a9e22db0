namespace LearningKit.Exercises;

/// <summary>The progress after a read or a write.</summary>
/// <param name="Progress">What holds now.</param>
/// <param name="Notice">What the learner should know, for example that a broken file was set aside; null if nothing.</param>
public sealed record ProgressUpdate(LearnerProgress Progress, string? Notice);
