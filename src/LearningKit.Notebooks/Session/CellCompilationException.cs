namespace LearningKit.Notebooks;

/// <summary>A cell could not be compiled.</summary>
/// <param name="message">The first error.</param>
/// <param name="lines">Every error with cell, line, column, source line and caret; what a front end prints.</param>
sealed class CellCompilationException(string message, IReadOnlyList<string> lines) : Exception(message)
{
    /// <summary>What a front end prints.</summary>
    public IReadOnlyList<string> Lines => lines;
}
