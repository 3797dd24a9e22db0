using LearningKit.Notebooks.Export;

namespace LearningKit.Notebooks;

/// <summary>Turns a notebook into one C# file that <c>dotnet run lesson.cs</c> runs.</summary>
/// <remarks>
/// Text becomes comments, and so do cells in other languages. Cells of C# follow each other as one program: usings go to
/// its head, types to its end, and a name that a later cell declares again gets a number. <c>#r</c> becomes a directive
/// of file-based programs. Figures are printed as text.
/// </remarks>
public static class ProgramExporter
{
    /// <summary>The program's text.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">Where the program will lie, for relative paths; the notebook's folder unless told.</param>
    public static string Export(Notebook notebook, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        folder ??= notebook.Path is null ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!;
        var program = new ProgramText(notebook, folder);
        foreach (var cell in notebook.Cells) program.Add(cell);
        return program.ToString();
    }
}
