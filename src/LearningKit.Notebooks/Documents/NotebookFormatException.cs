namespace LearningKit.Notebooks;

/// <summary>A file is not a notebook that the kit can read; the message says where and what to do.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">What was thrown underneath, if anything was.</param>
public sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
