namespace LearningKit.Exercises;

/// <summary>What is kept about one prediction.</summary>
/// <param name="Guess">The number the learner named before the run.</param>
/// <param name="Result">The number the run gave; null while the run is still to come.</param>
/// <param name="Unit">The unit of both.</param>
public sealed record PredictionRecord(double Guess, double? Result, string Unit);
