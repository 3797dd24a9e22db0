using System.Text;
using System.Xml.Linq;
using Markdig;

namespace LearningKit.Notebooks.Completion;

/// <summary>What is told about a symbol.</summary>
/// <param name="Signatures">It, as C# spells it; several where a method has overloads.</param>
/// <param name="More">How many overloads are left out.</param>
/// <param name="Origin">What it is and where it is declared.</param>
/// <param name="Value">The present value of a variable; empty for others.</param>
/// <param name="Documentation">What was written about it; null if nothing was.</param>
sealed record SymbolCard(IReadOnlyList<string> Signatures, int More, string Origin, string Value, XElement? Documentation)
{
    /// <summary>The card in every form.</summary>
    public MimeBundle ToBundle()
    {
        var markdown = Text(markdown: true);
        return new() { [MimeBundle.Html] = Markdown.ToHtml(markdown), [MimeBundle.Markdown] = markdown, [MimeBundle.Plain] = Text(markdown: false) };
    }

    string Text(bool markdown)
    {
        var writer = new DocumentationText(markdown);
        var text = new StringBuilder();
        text.Append(markdown ? $"```csharp\n{string.Join('\n', Signatures)}\n```\n" : string.Join('\n', Signatures) + "\n");
        if (More > 0) text.Append($"\nand {More} more overload{(More == 1 ? "" : "s")}\n");
        text.Append('\n').Append(Origin).Append('\n');
        if (Value.Length > 0) text.Append($"\nValue now: {writer.Code(Value)}\n");
        if (Documentation is { } xml) Describe(xml, writer, text);
        return text.ToString();
    }

    static void Describe(XElement xml, DocumentationText writer, StringBuilder text)
    {
        if (writer.Of(xml.Element("summary")) is { Length: > 0 } summary) text.Append('\n').Append(summary).Append('\n');
        List("Type parameters", xml.Elements("typeparam"), element => element.Attribute("name")?.Value ?? "");
        List("Parameters", xml.Elements("param"), element => element.Attribute("name")?.Value ?? "");
        Section("Returns", xml.Element("returns"));
        Section("Value", xml.Element("value"));
        List("Throws", xml.Elements("exception"), element => DocumentationText.ShortName(element.Attribute("cref")?.Value ?? ""));
        Section("Remarks", xml.Element("remarks"));
        Section("Example", xml.Element("example"));

        void List(string title, IEnumerable<XElement> elements, Func<XElement, string> name)
        {
            var lines = elements.Select(element => $"- {writer.Code(name(element))}: {writer.Of(element)}").ToList();
            if (lines.Count > 0) text.Append($"\n{title}:\n\n{string.Join('\n', lines)}\n");
        }

        void Section(string title, XElement? element)
        {
            if (writer.Of(element) is { Length: > 0 } words) text.Append($"\n{title}: {words}\n");
        }
    }
}
