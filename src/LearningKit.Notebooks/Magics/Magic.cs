namespace LearningKit.Notebooks.Magics;

/// <summary>A line in a cell that begins with <c>#!</c>: another language for the lines below, or something about the session.</summary>
abstract class Magic
{
    /// <summary>The name behind <c>#!</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Other spellings that notebooks use.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>What it does, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>How to use it, with an example; shown by <c>--help</c>.</summary>
    public abstract string Usage { get; }

    /// <summary>True if the lines below, to the next such magic, belong to it; false if they stay in their language.</summary>
    public abstract bool TakesBody { get; }

    /// <summary>Does it, on the cell's thread.</summary>
    /// <exception cref="CellException">It failed for a reason that one sentence tells.</exception>
    public abstract void Run(MagicCall call);

    /// <summary>True if a name is this magic's or one of its aliases.</summary>
    public bool IsNamed(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Does it or, if the line asks for it, shows its help.</summary>
    public void Execute(MagicCall call)
    {
        if (call.Segment.Arguments is "--help" or "-h" or "-?") call.Cell.Write(StreamOutput.Out, Help);
        else Run(call);
    }

    /// <summary>What <c>--help</c> shows.</summary>
    public string Help => $"#!{Name}: {Summary}\n\n{Usage.ReplaceLineEndings("\n")}\n";
}
