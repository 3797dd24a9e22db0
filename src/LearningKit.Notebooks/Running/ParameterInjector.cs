using System.Globalization;
using LearningKit.Notebooks.Documents.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Running;

/// <summary>
/// Gives values to the variables of the cell tagged <c>parameters</c> by a cell behind it, tagged
/// <c>injected-parameters</c>, as papermill does. The new cell assigns, so types stay as the notebook declares them.
/// </summary>
static class ParameterInjector
{
    /// <summary>Adds the cell; nothing happens without parameters.</summary>
    /// <exception cref="NotebookFormatException">The notebook declares no such parameter.</exception>
    public static void Inject(Notebook notebook, IReadOnlyDictionary<string, string> parameters)
    {
        if (parameters.Count == 0) return;
        var place = notebook.Cells.ToList().FindIndex(cell => cell.Tags.Contains("parameters"));
        if (place < 0)
            throw new NotebookFormatException($"{notebook.Name} takes no parameters: none of its cells is tagged 'parameters'.");

        var declared = Declared(notebook.Cells[place].Source);
        var unknown = parameters.Keys.Where(name => !declared.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
            throw new NotebookFormatException(
                $"{notebook.Name} has no parameter '{unknown[0]}'. Its parameters are: {string.Join(", ", declared.Keys)}.");

        var lines = parameters.Select(parameter => $"{parameter.Key} = {Literal(parameter.Value, declared[parameter.Key])};");
        notebook.Insert(place + 1, CellKind.Code, string.Join('\n', lines), "injected-parameters");
    }

    // The variables by name, with true for those that hold text.
    static Dictionary<string, bool> Declared(string source) =>
        CSharpSyntaxTree.ParseText(source, SubmissionChain.ScriptSyntax).GetCompilationUnitRoot().Members
            .OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables.Select(variable => (
                variable.Identifier.Text,
                IsText: field.Declaration.Type.ToString() is "string" or "String"
                    || variable.Initializer?.Value.IsKind(SyntaxKind.StringLiteralExpression) == true)))
            .ToDictionary(variable => variable.Text, variable => variable.IsText);

    static string Literal(string value, bool isText)
    {
        var isLiteral = value is "true" or "false" or "null" || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return isLiteral && !isText ? value : JsonLayout.Quote(value);
    }
}
