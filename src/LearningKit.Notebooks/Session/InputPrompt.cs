namespace LearningKit.Notebooks;

/// <summary>A question to the person at the keyboard.</summary>
/// <param name="Text">What is asked; may be empty.</param>
/// <param name="IsPassword">True if the answer must not be seen.</param>
public sealed record InputPrompt(string Text, bool IsPassword = false);
