namespace LearningKit.Notebooks.Magics;

/// <summary>Shows the lines below as HTML.</summary>
sealed class HtmlMagic : Magic
{
    public override string Name => "html";

    public override string Summary => "The lines below are HTML, shown as such.";

    public override string Usage =>
        """
        #!html
        <p>Two <b>cores</b>.</p>
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Show(new() { [MimeBundle.Html] = call.Body, [MimeBundle.Plain] = call.Body });
}
