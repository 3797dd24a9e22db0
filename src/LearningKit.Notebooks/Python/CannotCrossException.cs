namespace LearningKit.Notebooks.Python;

/// <summary>A value has no counterpart in the other language.</summary>
/// <param name="message">Which variable, its type, and what would cross.</param>
sealed class CannotCrossException(string message) : Exception(message);
