namespace LearningKit.Notebooks.Magics;

/// <summary>Every magic by name. A new one adds its file and one line here.</summary>
static class MagicCatalog
{
    /// <summary>All magics, languages first.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new CSharpMagic(),
        new LibraryMagic(),
        new PythonMagic(),
        new BashMagic(),
        new MarkdownMagic(),
        new MermaidMagic(),
        new HtmlMagic(),
        new JavaScriptMagic(),
        new ShareMagic(),
        new SetMagic(),
        new TimeMagic(),
        new WhosMagic(),
        new ListMagic(),
    ];

    /// <summary>Finds a magic by its name or an alias.</summary>
    /// <exception cref="CellException">There is none; the message names what may have been meant.</exception>
    public static Magic Find(string name) =>
        All.FirstOrDefault(magic => magic.IsNamed(name)) ?? throw Unknown("#!" + name, name);

    /// <summary>The error for a magic that does not exist.</summary>
    /// <param name="written">What the cell says.</param>
    /// <param name="name">The name in it.</param>
    public static CellException Unknown(string written, string name)
    {
        var meant = All.FirstOrDefault(magic => magic.IsNamed(name))
            ?? All.Where(magic => Distance(magic.Name, name) <= 2).MinBy(magic => Distance(magic.Name, name));
        var hint = meant is null ? "" : $" Write #!{meant.Name}.";
        return new("UnknownMagic", $"{written} is not known here.{hint} #!lsmagic lists what there is.");
    }

    // How many letters must be changed, added or dropped (Levenshtein).
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
