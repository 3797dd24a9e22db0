namespace LearningKit.Notebooks;

/// <summary>The value of an expression, or why it has none.</summary>
/// <param name="Data">The value in every form in which a front end may show it; null if there is an error.</param>
/// <param name="Error">The error; null if there is a value.</param>
public sealed record ExpressionResult(MimeBundle? Data, ErrorOutput? Error);
