using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningKit.Notebooks.Completion;

/// <summary>Turns the XML of documentation into text: plain, or Markdown.</summary>
/// <param name="markdown">Whether to mark code and escape what Markdown would take for its own.</param>
sealed partial class DocumentationText(bool markdown)
{
    /// <summary>An element's content as text; paragraphs are separated by empty lines. Empty for null.</summary>
    public string Of(XElement? element)
    {
        if (element is null) return "";
        var text = new StringBuilder();
        Write(element, text);
        return EmptyLines().Replace(string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).Trim(), "\n\n");
    }

    /// <summary>A name or a piece of code within text.</summary>
    public string Code(string text) => markdown ? $"`{text}`" : text;

    void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
            switch (node)
            {
                case XText words:
                    text.Append(Escape(Blanks().Replace(words.Value, " ")));
                    break;
                case XElement child:
                    WriteElement(child, text);
                    break;
            }
    }

    void WriteElement(XElement element, StringBuilder text)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" when element.IsEmpty || element.Value.Length == 0:
                text.Append(Code(Name(element)));
                break;
            case "paramref" or "typeparamref":
                text.Append(Code(Attribute(element, "name")));
                break;
            case "c":
                text.Append(Code(element.Value));
                break;
            case "code":
                text.Append(markdown ? $"\n\n```csharp\n{element.Value.Trim('\n')}\n```\n\n" : $"\n\n{element.Value.Trim('\n')}\n\n");
                break;
            case "para":
                text.Append("\n\n");
                Write(element, text);
                text.Append("\n\n");
                break;
            case "br":
                text.Append('\n');
                break;
            case "item":
                text.Append("\n- ");
                Write(element, text);
                break;
            case "term":
                Write(element, text);
                text.Append(": ");
                break;
            case "list":
                text.Append('\n');
                Write(element, text);
                text.Append("\n\n");
                break;
            default:
                Write(element, text);
                break;
        }
    }

    static string Name(XElement see) =>
        Attribute(see, "langword") is { Length: > 0 } word ? word
        : Attribute(see, "href") is { Length: > 0 } address ? address
        : ShortName(Attribute(see, "cref"));

    /// <summary>The last part of a reference such as <c>M:System.Console.WriteLine(System.String)</c>, with the type of a member.</summary>
    public static string ShortName(string reference)
    {
        var isMember = reference.StartsWith("M:", StringComparison.Ordinal) || reference.StartsWith("P:", StringComparison.Ordinal)
            || reference.StartsWith("F:", StringComparison.Ordinal) || reference.StartsWith("E:", StringComparison.Ordinal);
        var name = (reference.IndexOf(':') is 1 ? reference[2..] : reference).Split('(')[0];
        var parts = Arity().Replace(name, "").Replace("#ctor", "new").Split('.');
        return string.Join('.', parts.TakeLast(isMember ? 2 : 1));
    }

    static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    string Escape(string text) => markdown ? Special().Replace(text, @"\$0") : text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"[\\`*_<>\[\]#|]")]
    private static partial Regex Special();
}
