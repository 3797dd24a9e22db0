using System.Buffers;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// Jupyter's habit of asking about a name by a question mark behind it (or in front): <c>Parallel.For?</c>. No C# cell ends so.
/// </summary>
static class HelpQuestion
{
    static readonly SearchValues<char> ofCode = SearchValues.Create(" \t\r\n?;\"'");

    /// <summary>What a cell asks about; null if it asks nothing.</summary>
    public static string? Read(string code)
    {
        var line = code.AsSpan().Trim();
        var subject = line.Trim('?');
        return subject.Length < line.Length && subject.Length > 0 && !subject.ContainsAny(ofCode) ? subject.ToString() : null;
    }
}
