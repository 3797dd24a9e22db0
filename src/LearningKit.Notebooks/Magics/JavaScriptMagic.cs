namespace LearningKit.Notebooks.Magics;

/// <summary>Runs the lines below in the page that shows the notebook.</summary>
sealed class JavaScriptMagic : Magic
{
    public override string Name => "javascript";

    public override IReadOnlyList<string> Aliases => ["js"];

    public override string Summary => "The lines below are JavaScript, run by the page that shows the notebook.";

    public override string Usage =>
        """
        #!javascript
        document.title = 'Lesson';

        'element' is an empty block below the cell, for what the script wants to show.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Show(new()
    {
        [MimeBundle.Html] = "<div></div><script>(element => {\n"
            + call.Body.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
            + "\n})(document.currentScript.previousElementSibling);</script>",
        [MimeBundle.Plain] = call.Body,
    });
}
