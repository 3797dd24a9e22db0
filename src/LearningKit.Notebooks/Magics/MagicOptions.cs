using System.Text;

namespace LearningKit.Notebooks.Magics;

/// <summary>What stands behind a magic on its line: words, and options with a value such as <c>--from python</c>.</summary>
/// <remarks>A word in double quotes keeps its blanks; one that begins with a bracket goes to the bracket that closes it.</remarks>
sealed class MagicOptions
{
    readonly string magic;
    readonly Dictionary<string, string> options = [];
    readonly List<string> words = [];

    /// <summary>Reads a line.</summary>
    /// <param name="call">The use of the magic.</param>
    /// <param name="known">The options that it has, with their hyphens.</param>
    /// <exception cref="CellException">An option is unknown, is there twice, or lacks its value.</exception>
    public MagicOptions(MagicCall call, params string[] known)
    {
        magic = "#!" + call.Segment.Magic;
        var read = Split(call.Segment.Arguments);
        for (var i = 0; i < read.Count; i++)
        {
            if (!read[i].StartsWith("--", StringComparison.Ordinal)) words.Add(read[i]);
            else if (!known.Contains(read[i])) throw Wrong($"{magic} has no option {read[i]}.");
            else if (++i == read.Count) throw Wrong($"{read[i - 1]} needs a value behind it.");
            else if (!options.TryAdd(read[i - 1], read[i])) throw Wrong($"{read[i - 1]} is there twice.");
        }
    }

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The value of an option, or null.</summary>
    public string? this[string option] => options.GetValueOrDefault(option);

    /// <summary>The value of an option that must be there.</summary>
    /// <exception cref="CellException">It is not.</exception>
    public string Required(string option) => this[option] ?? throw Wrong($"{option} is missing.");

    /// <summary>The error for a line that cannot be understood.</summary>
    /// <param name="reason">A sentence.</param>
    public CellException Wrong(string reason) => new("MagicError", $"{reason} {magic} --help shows how to write it.");

    static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else words.Add(Word(text, ref at));
        }
        return words;
    }

    static string Word(string text, ref int at)
    {
        var word = new StringBuilder();
        var isJson = text[at] is '{' or '[';
        var open = 0;
        for (var quoted = false; at < text.Length && (quoted || open > 0 || !char.IsWhiteSpace(text[at])); at++)
        {
            var c = text[at];
            if (c == '\\' && quoted && at + 1 < text.Length)
            {
                if (isJson) word.Append(c);
                word.Append(text[++at]);
                continue;
            }
            if (c == '"') quoted = !quoted;
            if (isJson && !quoted && c is '{' or '[') open++;
            if (isJson && !quoted && c is '}' or ']') open--;
            if (c != '"' || isJson) word.Append(c);
        }
        return word.ToString();
    }
}
