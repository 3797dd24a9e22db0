using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>A plotly.js figure as a fragment of HTML.</summary>
/// <remarks>
/// The plot is an image with its alt text to a screen reader; the table stands beside it, not inside, where it would be
/// hidden. The figure draws itself once plotly.js is on the page, in the colours of the page, and says so if it never comes.
/// </remarks>
public static class FigureHtml
{
    static readonly Lazy<string> script = new(() =>
        WebResource.ReadScript("figure.js", WebLibrary.Plotly).Replace("/*darkColours*/", JsonSerializer.Serialize(Palette.LightToDark), StringComparison.Ordinal));

    static readonly Lazy<string> style = new(() => WebResource.Read("figure.css"));

    /// <summary>
    /// The fragment for plotly.js JSON, as <see cref="Figure.ToPlotly"/> makes it or as it stands in a notebook under
    /// application/vnd.plotly.v1+json. A figure made elsewhere has no table, and its title for alt text.
    /// </summary>
    /// <param name="plotly">The figure: <c>{ data, layout, config }</c>.</param>
    public static string Fragment(JsonObject plotly)
    {
        ArgumentNullException.ThrowIfNull(plotly);
        var drawn = plotly.DeepClone().AsObject();
        var layout = drawn["layout"] as JsonObject ?? [];
        var meta = FigureLayout.TakeTitle(layout);
        drawn["config"] ??= FigureLayout.Config();

        return $"""
            <figure class="lk-figure"><style>{style.Value}</style>
            {Caption(meta)}<div class="lk-plot" role="img" aria-label="{Html.Escape(AltText(meta, layout))}" style="min-height:{layout["height"]?.ToJsonString() ?? "450"}px"></div>
            <script type="application/json" class="lk-spec">{drawn.ToJsonString()}</script>
            {Details(meta)}<script>{script.Value}</script>
            </figure>

            """;
    }

    static string AltText(JsonObject? meta, JsonObject layout) =>
        Text(meta?["alt"]) ?? Text((layout["title"] as JsonObject)?["text"]) ?? Text(layout["title"]) ?? "Chart";

    static string Caption(JsonObject? meta) => meta is null ? ""
        : $"<figcaption><strong>{Html.Escape(Text(meta["title"]) ?? "")}</strong>{string.Concat(Cells(meta["notes"] as JsonArray).Select(note => $"<small>{Html.Escape(note)}</small>"))}</figcaption>\n";

    static string Details(JsonObject? meta)
    {
        if (meta?["columns"] is not JsonArray columns || meta["rows"] is not JsonArray rows) return "";
        var table = new DataTable(Cells(columns), [.. rows.OfType<JsonArray>().Select(Cells)]);
        return $"<details><summary>Data</summary><p>{Html.Escape(Text(meta["alt"]) ?? "")}</p><div>{table.ToHtml(Text(meta["title"]) ?? "")}</div></details>\n";
    }

    static IReadOnlyList<string> Cells(JsonArray? cells) => [.. (cells ?? []).Select(cell => Text(cell) ?? "")];

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
