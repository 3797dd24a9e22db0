using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks;

/// <summary>
/// One value in several forms, by mime type, best form first: a front end shows the first that it knows. JSON types hold
/// any JSON, images hold base64 text, all others hold text.
/// </summary>
/// <example><code>new MimeBundle { [MimeBundle.Html] = "&lt;b&gt;7&lt;/b&gt;", [MimeBundle.Plain] = "7" }</code></example>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Bundle is Jupyter's word.")]
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, JsonNode>>
{
    /// <summary>Plain text: the form that every bundle should have.</summary>
    public const string Plain = "text/plain";

    /// <summary>A fragment of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>A formula or a text in LaTeX.</summary>
    public const string Latex = "text/latex";

    /// <summary>A figure of plotly.js.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A PNG image, as base64 text.</summary>
    public const string Png = "image/png";

    /// <summary>An SVG image.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>Any JSON.</summary>
    public const string Json = "application/json";

    /// <summary>A Mermaid diagram's text.</summary>
    public const string Mermaid = "text/vnd.mermaid";

    readonly List<KeyValuePair<string, JsonNode>> forms = [];

    /// <summary>How many forms there are.</summary>
    public int Count => forms.Count;

    /// <summary>Reads a form (null if there is none) or sets it; a new form goes behind the others.</summary>
    /// <param name="mimeType">The form.</param>
    [DisallowNull]
    public JsonNode? this[string mimeType]
    {
        get => forms.FirstOrDefault(form => form.Key == mimeType).Value;
        set
        {
            var item = KeyValuePair.Create(mimeType, value);
            var index = forms.FindIndex(form => form.Key == mimeType);
            if (index < 0) forms.Add(item);
            else forms[index] = item;
        }
    }

    /// <summary>The text of a form, or null if the bundle lacks it. JSON comes as its text.</summary>
    public string? Text(string mimeType) => this[mimeType] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray lines when lines.All(line => line is JsonValue) => string.Concat(lines.Select(line => line!.ToString())),
        var node => node.ToJsonString(),
    };

    /// <summary>A bundle of plain text alone.</summary>
    public static MimeBundle OfText(string text) => new() { [Plain] = text };

    /// <summary>True for types whose value is JSON and not text.</summary>
    internal static bool IsJson(string mimeType) =>
        mimeType == Json || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonNode>> GetEnumerator() => forms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
