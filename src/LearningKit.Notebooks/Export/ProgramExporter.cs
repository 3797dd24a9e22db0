namespace LearningKit.Notebooks;

/// <summary>Turns a notebook into one C# program that <c>dotnet run lesson.cs</c> runs.</summary>
public static class ProgramExporter
{
    /// <summary>The program's text.</summary>
    public static string Export(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        throw new NotImplementedException();
    }
}
