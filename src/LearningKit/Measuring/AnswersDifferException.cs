namespace LearningKit.Measuring;

/// <summary>Two ways to solve one problem gave different answers, so comparing their times would be meaningless.</summary>
/// <param name="message">Who answered what.</param>
public sealed class AnswersDifferException(string message) : InvalidOperationException(message);
