using LearningKit.Charts;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Magics;

/// <summary>Lists the variables of the session.</summary>
sealed class WhosMagic : Magic
{
    public override string Name => "whos";

    public override IReadOnlyList<string> Aliases => ["who"];

    public override string Summary => "Lists the variables with their types and values.";

    public override string Usage => "#!whos";

    public override bool TakesBody => false;

    public override void Run(MagicCall call)
    {
        const int width = 80;
        var rows = call.Session.Variables
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => (IReadOnlyList<string>)[variable.Name, TypeText.Of(variable.Type), Cut(ValueText.Of(variable.Value, depth: 1))])
            .ToList();
        if (rows.Count == 0)
        {
            call.Cell.Write(StreamOutput.Out, "There are no variables yet.\n");
            return;
        }
        var table = new DataTable(["Variable", "Type", "Value"], rows);
        call.Show(new() { [MimeBundle.Html] = table.ToHtml("Variables of this session"), [MimeBundle.Plain] = table.ToText() });

        static string Cut(string text) => text.Length <= width ? text : text[..(width - 1)] + "…";
    }
}
