using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks;

/// <summary>Finds files of <c>#load</c> from the notebook's folder, and leaves names of cells in symbols as they are.</summary>
sealed class CellSourceResolver(string folder) : SourceFileResolver([folder], folder)
{
    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        path.StartsWith("Cell[", StringComparison.Ordinal) ? path : base.NormalizePath(path, baseFilePath);
}
