using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Completion;

/// <summary>What can stand on the lines <c>#r "…"</c> and <c>#load "…"</c>, and behind a <c>#</c> that begins a line.</summary>
static partial class DirectiveCompleter
{
    /// <summary>Finds it; null for lines that are no directive.</summary>
    /// <param name="line">The line up to the cursor.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="folder">Where paths begin.</param>
    public static CompletionList? Complete(string line, int position, string folder)
    {
        if (Beginning().Match(line) is { Success: true } beginning) return Directives(beginning.Groups[1].Value, position);
        if (Directive().Match(line) is not { Success: true } match) return null;
        var text = match.Groups["text"].Value;
        if (match.Groups["name"].Value == "load") return PathCompleter.Complete(folder, text, position, ".cs", ".csx");
        const string nuget = "nuget:";
        if (text.StartsWith(nuget, StringComparison.OrdinalIgnoreCase)) return PackageCompleter.Complete(text[nuget.Length..], position);
        var paths = PathCompleter.Complete(folder, text, position, ".dll");
        return !nuget.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? paths
            : paths with { Items = [new CompletionItem("nuget: ", "package", "a package"), .. paths.Items] };
    }

    static CompletionList Directives(string typed, int position) => new(position - typed.Length, position,
    [
        new("#r \"", "directive", "uses an assembly or a package"),
        new("#load \"", "directive", "runs a C# file"),
        .. Magics.MagicCatalog.All.Select(magic => new CompletionItem("#!" + magic.Name, "magic", magic.Summary)),
    ]);

    [GeneratedRegex(@"^\s*(#)$")]
    private static partial Regex Beginning();

    [GeneratedRegex("""^\s*#(?<name>r|load)\s+"(?<text>[^"]*)$""")]
    private static partial Regex Directive();
}
