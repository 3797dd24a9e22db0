using LearningKit.Charts;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Magics;

/// <summary>Draws the lines below as a Mermaid diagram.</summary>
sealed class MermaidMagic : Magic
{
    public override string Name => "mermaid";

    public override string Summary => "The lines below are a diagram in the Mermaid language.";

    public override string Usage =>
        """
        #!mermaid
        flowchart LR
            divide --> execute --> gather

        What stands behind #!mermaid on its line, or in a line 'accDescr: …', is read to those who do not see the diagram.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call) => call.Show(Formatter.Format(new MermaidDiagram(call.Body.Trim(), AltText(call))));

    static string AltText(MagicCall call)
    {
        const string key = "accDescr:";
        if (call.Segment.Arguments.Length > 0) return call.Segment.Arguments;
        var line = call.Body.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return line?[key.Length..].Trim() ?? "A diagram; its text follows.";
    }
}
