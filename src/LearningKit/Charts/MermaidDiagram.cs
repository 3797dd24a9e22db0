using LearningKit.Charts.Formatting;

namespace LearningKit.Charts;

/// <summary>A diagram drawn from text in the Mermaid language. Where it cannot be drawn, the text is shown.</summary>
/// <param name="Source">The text, for example <c>flowchart LR; divide --> execute --> gather</c>.</param>
/// <param name="AltText">What is to be seen, for those who do not see it.</param>
[TypeFormatterSource(typeof(MermaidFormatterSource), PreferredMimeTypes = ["text/vnd.mermaid", "text/html", "text/plain"])]
public sealed record MermaidDiagram(string Source, string AltText)
{
    static readonly Lazy<string> script = new(() => WebResource.ReadScript("mermaid.js", WebLibrary.Mermaid));

    /// <summary>The diagram as a fragment of HTML, without Mermaid itself: the page carries that once.</summary>
    public string ToHtml() => $"""
        <figure class="lk-figure"><pre class="lk-mermaid" role="img" aria-label="{Html.Escape(AltText)}">{Html.Escape(Source)}</pre>
        <details><summary>Text of the diagram</summary><pre>{Html.Escape(Source)}</pre></details>
        <script>{script.Value}</script>
        </figure>

        """;

    /// <summary>The alt text and the source.</summary>
    public string ToText() => $"{AltText}\n\n{Source}\n";

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
