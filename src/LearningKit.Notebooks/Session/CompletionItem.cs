namespace LearningKit.Notebooks;

/// <summary>A text that can be put in.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>magic</c>, <c>path</c> and so on.</param>
/// <param name="Signature">Its parameters and type in short; empty if it has none.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature = "");
