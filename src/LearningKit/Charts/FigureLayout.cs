using System.Globalization;
using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>What the layout of every figure has in common: title, notes, colours, fonts, margins, and the text for those who do not see it.</summary>
static class FigureLayout
{
    const int TitleWidth = 70;
    const int NoteWidth = 110;

    /// <summary>Pixels above the plot for the legend, and without one.</summary>
    const int LegendSpace = 40;
    const int NoLegendSpace = 14;

    /// <summary>The buttons of a figure: none of them sends data anywhere, as plotly.js's own choice has one that does.</summary>
    public static JsonObject Config() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["modeBarButtons"] = new JsonArray(new JsonArray("toImage", "zoom2d", "pan2d", "resetScale2d")),
    };

    /// <summary>
    /// Takes the title out of a layout that has the common part, for a page that shows it as text, which wraps and can be
    /// copied. Returns what was in <c>meta</c>; null for a layout made elsewhere, which stays as it is.
    /// </summary>
    public static JsonObject? TakeTitle(JsonObject layout)
    {
        if (layout["meta"] is not JsonObject meta || meta["title"] is null || meta["notes"] is not JsonArray || layout["margin"] is not JsonObject margin) return null;
        var spare = JsonDouble(margin["t"]) - Space(layout);
        layout.Remove("meta");
        layout.Remove("title");
        margin["t"] = Space(layout);
        layout["height"] = JsonDouble(layout["height"]) - spare;
        return meta;
    }

    static int Space(JsonObject layout) => layout["showlegend"]?.GetValue<bool>() != false ? LegendSpace : NoLegendSpace;

    static double JsonDouble(JsonNode? number) => double.Parse(number?.ToJsonString() ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Adds the common part to a chart's own layout.</summary>
    public static JsonObject Complete(JsonObject layout, Figure figure, IReadOnlyList<string> notes)
    {
        string[] title = [.. PlotlyText.Wrap(figure.Title, TitleWidth)];
        string[] small = [.. notes.SelectMany(note => PlotlyText.Wrap(note, NoteWidth))];
        var top = 26 + 22 * (title.Length + small.Length) + Space(layout);

        layout["title"] = new JsonObject
        {
            ["text"] = string.Join("<br>", title.Select(line => $"<b>{PlotlyText.Escape(line)}</b>")
                .Concat(small.Select(line => $"<span style=\"font-size:12px\">{PlotlyText.Escape(line)}</span>"))),
            ["x"] = 0,
            ["xref"] = "container",
            ["xanchor"] = "left",
            ["y"] = 1,
            ["yref"] = "container",
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 20, ["l"] = 20 },
        };
        layout["height"] = figure.Height + top;
        layout["margin"] = new JsonObject { ["l"] = 70, ["r"] = 50, ["t"] = top, ["b"] = 60 };
        layout["template"] = Template();
        layout["meta"] = new JsonObject
        {
            ["title"] = figure.Title,
            ["notes"] = Strings(notes),
            ["alt"] = figure.AltText,
            ["columns"] = Strings(figure.Table.Columns),
            ["rows"] = new JsonArray([.. figure.Table.Rows.Select(Strings)]),
        };
        return layout;
    }

    static JsonNode Strings(IEnumerable<string> cells) => new JsonArray([.. cells.Select(cell => JsonValue.Create(cell))]);

    /// <summary>Paper is white and text dark on purpose: front ends that draw a figure themselves may have a dark page around it.</summary>
    static JsonObject Template() => new()
    {
        ["layout"] = new JsonObject
        {
            ["paper_bgcolor"] = Palette.Paper,
            ["plot_bgcolor"] = Palette.Paper,
            ["colorway"] = PlotlyJson.Labels(Palette.Light),
            ["font"] = new JsonObject
            {
                ["family"] = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
                ["size"] = 13,
                ["color"] = Palette.Ink,
            },
            ["title"] = new JsonObject { ["font"] = new JsonObject { ["size"] = 17, ["color"] = Palette.Ink } },
            ["xaxis"] = AxisStyle(),
            ["yaxis"] = AxisStyle(),
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1.01, ["yanchor"] = "bottom" },
            ["hoverlabel"] = new JsonObject
            {
                ["bgcolor"] = Palette.Paper,
                ["bordercolor"] = Palette.Muted,
                ["font"] = new JsonObject { ["color"] = Palette.Ink },
                ["namelength"] = -1,
            },
            ["hovermode"] = "closest",
            ["modebar"] = new JsonObject { ["orientation"] = "v", ["bgcolor"] = Palette.Paper, ["color"] = Palette.Muted, ["activecolor"] = Palette.Ink },
        },
    };

    static JsonObject AxisStyle() => new()
    {
        ["gridcolor"] = Palette.Grid,
        ["linecolor"] = Palette.Muted,
        ["zerolinecolor"] = Palette.Muted,
        ["tickcolor"] = Palette.Muted,
        ["showline"] = true,
        ["ticks"] = "outside",
        ["automargin"] = true,
        ["separatethousands"] = true,
        ["minexponent"] = 6,
        ["zeroline"] = false,
        ["title"] = new JsonObject { ["standoff"] = 12 },
    };
}
