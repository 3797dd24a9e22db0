using LearningKit.Charts;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LearningKit.Notebooks.Export;

/// <summary>Markdown cells as HTML: links between notebooks lead to their pages, images travel inside the page, diagrams are drawn.</summary>
/// <param name="pages">The pages that links may lead to.</param>
/// <param name="folder">The notebook's folder, where images lie.</param>
/// <param name="need">Told which libraries the text needs.</param>
sealed class MarkdownHtml(IReadOnlyList<SitePage> pages, string folder, Action<WebLibrary> need)
{
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>A cell as HTML.</summary>
    public string Render(NotebookCell cell) => Render(cell.Source, name => Attachment(cell, name));

    /// <summary>A text as HTML.</summary>
    /// <param name="source">Markdown.</param>
    /// <param name="attachment">Gives an attached image as a data address, or null.</param>
    public string Render(string source, Func<string, string?>? attachment = null)
    {
        var document = Markdown.Parse(source, pipeline);
        foreach (var link in document.Descendants<LinkInline>()) Redirect(link, attachment);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new FenceRenderer(need));
        renderer.Render(document);
        return writer.ToString();
    }

    void Redirect(LinkInline link, Func<string, string?>? attachment)
    {
        const string attached = "attachment:";
        if (link.Url is not { Length: > 0 } url) return;
        if (url.StartsWith(attached, StringComparison.Ordinal)) link.Url = attachment?.Invoke(url[attached.Length..]) ?? url;
        else if (link.IsImage) link.Url = Embed(url) ?? url;
        else if (PageOf(url) is { } page) link.Url = page;
    }

    string? PageOf(string url)
    {
        var parts = url.Split('#', 2);
        var page = pages.FirstOrDefault(page => page.Notebook.Path is { } path && Path.GetFileName(path) == Path.GetFileName(parts[0]));
        return page is null ? null : page.FileName + (parts.Length > 1 ? "#" + parts[1] : "");
    }

    string? Embed(string url)
    {
        var path = Path.Combine(folder, Uri.UnescapeDataString(url));
        return MimeTypeOf(path) is { } type && File.Exists(path) ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : null;
    }

    static string? MimeTypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => MimeBundle.Png,
        ".svg" => MimeBundle.Svg,
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => null,
    };

    static string? Attachment(NotebookCell cell, string name) =>
        cell.Attachment(name) is var (type, data) ? $"data:{type};base64,{data}" : null;

    /// <summary>Code between fences: C# coloured, Mermaid drawn.</summary>
    sealed class FenceRenderer(Action<WebLibrary> need) : HtmlObjectRenderer<FencedCodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, FencedCodeBlock obj)
        {
            var text = obj.Lines.ToString();
            if (obj.Info == "mermaid")
            {
                need(WebLibrary.Mermaid);
                renderer.Write(new MermaidDiagram(text, obj.Arguments is { Length: > 0 } alt ? alt : "A diagram; its text follows.").ToHtml());
                return;
            }
            renderer.Write($"<pre tabindex=\"0\"><code>{CodeHtml.Render(text, obj.Info ?? "")}</code></pre>\n");
        }
    }
}
