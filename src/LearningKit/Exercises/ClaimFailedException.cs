namespace LearningKit.Exercises;

/// <summary>A sentence of a lesson that holds on every machine did not hold: a fault in the lesson or in the kit.</summary>
/// <param name="sentence">The sentence.</param>
public sealed class ClaimFailedException(string sentence)
    : Exception($"The lesson says \"{sentence}\", and this run says otherwise. Please report it with the notebook as it is now.");
