using LearningKit.Charts;
using LearningKit.Notebooks.Formatting;
using LearningKit.Notebooks.Python;

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
        var csharp = call.Session.Variables.Select(variable => (variable.Name, TypeText.Of(variable.Type), ValueText.Of(variable.Value, depth: 1)));
        var python = SessionPython.HasStarted(call.Session) ? SessionPython.Use(call.Session, python => python.ListVariables(call.Cell)) : [];
        var shown = Show(call, "C#", csharp) | Show(call, "Python", python);
        if (!shown) call.Cell.Write(StreamOutput.Out, "There are no variables yet.\n");
    }

    static bool Show(MagicCall call, string language, IEnumerable<(string Name, string Type, string Text)> variables)
    {
        const int width = 80;
        var rows = variables
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => (IReadOnlyList<string>)[variable.Name, variable.Type, Cut(variable.Text)])
            .ToList();
        if (rows.Count == 0) return false;
        var table = new DataTable([$"{language} variable", "Type", "Value"], rows);
        call.Show(new() { [MimeBundle.Html] = table.ToHtml($"{language} variables of this session"), [MimeBundle.Plain] = table.ToText() });
        return true;

        static string Cut(string text) => text.Length <= width ? text : text[..(width - 1)] + "…";
    }
}
