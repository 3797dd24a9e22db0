namespace LearningKit.Notebooks.Magics;

/// <summary>Shows the lines below as Markdown.</summary>
sealed class MarkdownMagic : Magic
{
    public override string Name => "markdown";

    public override IReadOnlyList<string> Aliases => ["md"];

    public override string Summary => "The lines below are Markdown, shown as such.";

    public override string Usage =>
        """
        #!markdown
        Two **cores**.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Show(CellFunctions.Markdown(call.Body));
}
