using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningKit.Notebooks.Hints;

/// <summary>What to do about a name that the compiler does not know.</summary>
static class MissingName
{
    const string PythonCell = "For Python, begin the cell with a line #!python.";

    /// <summary>Words that come from other languages, above all from Python.</summary>
    static readonly Dictionary<string, string> foreign = new()
    {
        ["print"] = $"C# prints by Console.WriteLine(…). {PythonCell}",
        ["True"] = "In C# it is true, in lower case.",
        ["False"] = "In C# it is false, in lower case.",
        ["None"] = "In C# it is null.",
        ["len"] = "In C# a value knows its length: x.Length for arrays and text, x.Count for lists.",
        ["range"] = "In C# it is Enumerable.Range(start, count), or a loop: for (var i = 0; i < n; i++).",
        ["str"] = "Any value becomes text by .ToString(), or within a text: $\"{…}\".",
        ["self"] = "In C# it is this.",
        ["def"] = $"A function of C# begins with the type of its result: int Twice(int x) {{ return 2 * x; }} {PythonCell}",
        ["import"] = $"C# imports a namespace by using System.Text; {PythonCell}",
        ["elif"] = "In C# it is else if.",
        ["let"] = "C# declares a variable by var.",
        ["function"] = "A function of C# begins with the type of its result: int Twice(int x) { return 2 * x; }",
    };

    /// <summary>The hint; null if nothing helps.</summary>
    public static string? Hint(HintPlace place)
    {
        if (place.Name is not { } node) return null;
        var name = node.Identifier.Text;
        if (foreign.TryGetValue(name, out var word)) return word;
        var namespaces = ReferenceSearch.NamespacesOfType(name, place.Model.Compilation);
        if (namespaces.Count > 0) return ReferenceSearch.Advice(name, namespaces);
        return Spelling.Nearest(name, Names()) is not { } meant ? null
            : meant.Equals(name, StringComparison.OrdinalIgnoreCase) ? $"Upper and lower case differ in C#: it is {meant}."
            : $"Is {meant} meant?";

        IEnumerable<string> Names() => (node.Parent is VariableDeclarationSyntax or ObjectCreationExpressionSyntax
            ? place.Model.LookupNamespacesAndTypes(node.SpanStart)
            : place.Model.LookupSymbols(node.SpanStart)).Where(symbol => symbol.CanBeReferencedByName).Select(symbol => symbol.Name).Distinct();
    }
}
