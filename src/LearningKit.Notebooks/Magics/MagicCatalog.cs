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
        if (ForeignMagics.Explain(name) is { } reason) return new("UnknownMagic", $"{written} is not known here. {reason}");
        var meant = All.FirstOrDefault(magic => magic.IsNamed(name))
            ?? All.FirstOrDefault(magic => magic.Name == Spelling.Nearest(name, All.Select(magic => magic.Name)));
        var hint = meant is null ? "" : $" Write #!{meant.Name}.";
        return new("UnknownMagic", $"{written} is not known here.{hint} #!lsmagic lists what there is.");
    }
}
