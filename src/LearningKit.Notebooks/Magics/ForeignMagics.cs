using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Magics;

/// <summary>Magics of other kernels that a learner may know: what this kernel has in their place.</summary>
static partial class ForeignMagics
{
    static readonly string[] notHere = ["pwsh", "powershell", "fsharp", "f#", "fs", "connect", "kql", "import", "http", "r", "julia"];

    /// <summary>What to do in place of a magic that this kernel lacks; null for names that say nothing.</summary>
    public static string? Explain(string name) => name.ToLowerInvariant() switch
    {
        "sql" => "Queries over the tables of a session wait for the kit's own data frame; until then LINQ asks the same: rows.Where(…).GroupBy(…).",
        "matplotlib" => "It is not needed: figures of matplotlib show by themselves in #!python cells. Remove the line.",
        "timeit" => "#!time shows how long a cell takes; to measure, use Sampler.Compare as in lesson 02.",
        "load_ext" or "autoreload" or "pip" or "conda" => "It belongs to IPython. Packages for Python are installed in a #!bash cell: python3 -m pip install …",
        "cd" or "ls" or "pwd" or "env" => "Write #!bash on a line, and the command below it.",
        "value" => "It belongs to .NET Interactive. #!set --name x --value … sets a variable to a text or to JSON.",
        var other when notHere.Contains(other) => "It belongs to .NET Interactive, and this kernel has no such language or command. #!lsmagic lists what there is.",
        _ => null,
    };

    /// <summary>Refuses code that begins as cells of IPython do: <c>%%name</c>, <c>%name</c>, <c>!command</c>.</summary>
    /// <exception cref="CellException">It does; the message tells what to write.</exception>
    public static void Refuse(string code, string language)
    {
        // Elsewhere the signs mean other things: two percent signs begin a comment of Mermaid.
        if (language is not ("csharp" or "python")) return;
        var first = code.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        if (Percent().Match(first) is { Success: true } magic) throw MagicCatalog.Unknown(magic.Value.Trim(), magic.Groups[1].Value);
        if ((language == "python" ? Shell() : ShellNotCSharp()).Match(first) is { Success: true } shell)
            throw new CellException("UnknownMagic", $"{shell.Value.Trim()} is how IPython calls a program. Write #!bash on a line, and {shell.Groups[1].Value} below it.");
    }

    [GeneratedRegex(@"^\s*%%?(\w+)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\s*!\s*([\w./-]+)")]
    private static partial Regex Shell();

    // !found, !found is true and !found && x are C#.
    [GeneratedRegex(@"^\s*!((?:ls|pwd|cat|pip|python3?|git|dotnet|nproc|lscpu|env|echo)\b(?!\s*[.(&|?!=;]).*)$")]
    private static partial Regex ShellNotCSharp();
}
