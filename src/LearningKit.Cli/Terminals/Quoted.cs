namespace LearningKit.Cli.Terminals;

/// <summary>Words of a command line as they can be typed again.</summary>
static class Quoted
{
    /// <summary>The word, in quotes if it holds what a shell would take apart.</summary>
    public static string Word(string word) => word.All(IsPlain) ? word : OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || letter is '/' or '\\' or '.' or '-' or '_' or ':';
}
