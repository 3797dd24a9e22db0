using System.Text.RegularExpressions;
using LearningKit.Notebooks.Magics;

namespace LearningKit.Notebooks.Completion;

/// <summary>What can stand on a line that begins with <c>#!</c>.</summary>
static partial class MagicCompleter
{
    /// <summary>The magics, or the arguments of the one that the line names.</summary>
    /// <param name="line">The line.</param>
    /// <param name="code">The cell.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="variables">The names of the session's variables.</param>
    public static CompletionList Complete(CellDraft.Line line, string code, int position, Func<IEnumerable<string>> variables)
    {
        var name = line.Call!.Groups["name"];
        var begin = line.Call.Index + line.Call.Value.IndexOf("#!", StringComparison.Ordinal);
        if (position < begin + 2) return new(position, position, []);
        if (position <= begin + 2 + name.Length) return Names(begin, begin + 2 + name.Length, code[(begin + 2)..position]);
        return CellSplitter.MagicOf(line.Call.Value) is { } magic ? Arguments(magic, code, position, variables) : new(position, position, []);
    }

    static CompletionList Names(int start, int end, string typed) => new(start, end, Candidate.Best(
        MagicCatalog.All.SelectMany(magic => Spellings(magic, typed).Select(name => new Candidate(
            name, name == magic.Name ? Closeness.Wanted : Closeness.Member, () => new("#!" + name, "magic", magic.Summary)))), typed));

    // Another spelling is only offered to who begins to write it.
    static IEnumerable<string> Spellings(Magic magic, string typed) =>
        magic.Aliases.Where(alias => typed.Length > 0 && alias.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Prepend(magic.Name);

    static CompletionList Arguments(Magic magic, string code, int position, Func<IEnumerable<string>> variables)
    {
        var start = position;
        while (!char.IsWhiteSpace(code[start - 1])) start--;
        var items = Options(magic);
        if (magic is ShareMagic or SetMagic)
            items = code[..start].TrimEnd().EndsWith("--from", StringComparison.Ordinal)
                ? Items(["csharp", "python"], "language")
                : Items(variables(), "variable").Concat(items);
        return new(start, position, Candidate.Best(items, code[start..position]));
    }

    // The help of a magic shows its options; they need no second list.
    static IEnumerable<Candidate> Options(Magic magic) =>
        Items(Option().Matches(magic.Usage).Select(match => match.Value).Append("--help").Distinct(), "option");

    static IEnumerable<Candidate> Items(IEnumerable<string> texts, string kind) =>
        texts.Select(text => new Candidate(text, Closeness.Wanted, () => new(text, kind)));

    [GeneratedRegex(@"(?<!\S)--?[A-Za-z][\w\-]*")]
    private static partial Regex Option();
}
