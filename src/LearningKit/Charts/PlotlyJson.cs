using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>The pieces of plotly.js JSON that several charts share.</summary>
static class PlotlyJson
{
    /// <summary>Numbers; what is not finite becomes null, which plotly.js leaves out.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    /// <summary>Numbers of which nobody sees more than five digits: a large field is a small figure.</summary>
    public static JsonArray Rounded(IEnumerable<double> values) => new([.. values.Select(value => Number(double.IsFinite(value) && value != 0 ? Round(value) : value))]);

    static double Round(double value)
    {
        var scale = Math.Pow(10, 4 - Math.Floor(Math.Log10(Math.Abs(value))));
        return double.IsFinite(scale) ? Math.Round(value * scale) / scale : value;
    }

    /// <summary>One number; null where it is not finite, for JSON has no other word.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>Labels, escaped.</summary>
    public static JsonArray Labels(IEnumerable<string> labels) => new([.. labels.Select(label => JsonValue.Create(PlotlyText.Escape(label)))]);

    /// <summary>An axis with its title.</summary>
    public static JsonObject Axis(Axis axis)
    {
        var json = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyText.Escape(axis.Title) } };
        if (axis.Logarithmic)
        {
            json["type"] = "log";
            json["nticks"] = 6;
        }
        return json;
    }

    /// <summary>An axis whose ticks are names, in the order given.</summary>
    public static JsonObject CategoryAxis(IEnumerable<string> categories, string title = "")
    {
        var json = new JsonObject
        {
            ["type"] = "category",
            ["categoryorder"] = "array",
            ["categoryarray"] = Labels(categories),
            ["showgrid"] = false,
        };
        if (title.Length > 0) json["title"] = new JsonObject { ["text"] = PlotlyText.Escape(title) };
        return json;
    }

    /// <summary>Bars from the value to both ends of its interval, which need not lie evenly around it.</summary>
    public static JsonObject ErrorBars(IEnumerable<(double Value, double Low, double High)> intervals, string colour)
    {
        var all = intervals.ToArray();
        return new()
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["array"] = Numbers(all.Select(i => i.High - i.Value)),
            ["arrayminus"] = Numbers(all.Select(i => i.Value - i.Low)),
            ["color"] = colour,
            ["thickness"] = 1.5,
            ["width"] = 5,
        };
    }

    /// <summary>A straight line across the plot in data coordinates, behind the data.</summary>
    public static JsonObject LineTrace(string name, IEnumerable<double> x, IEnumerable<double> y, string dash, string colour = Palette.Muted) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = PlotlyText.Escape(name),
        ["x"] = Numbers(x),
        ["y"] = Numbers(y),
        ["line"] = new JsonObject { ["color"] = colour, ["dash"] = dash, ["width"] = 1.5 },
        ["hoverinfo"] = "name+y",
    };

    /// <summary>A hatch, so that bars of different series differ in black and white too.</summary>
    public static JsonObject Pattern(string shape, string colour) => new() { ["shape"] = shape, ["bgcolor"] = colour, ["fgcolor"] = Palette.Paper, ["size"] = 7, ["solidity"] = 0.25 };

    /// <summary>The marker of a prediction: a large open diamond, unlike any marker of a result.</summary>
    public static JsonObject PredictionMarker(Prediction prediction, JsonNode? x, JsonNode? y) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["name"] = PlotlyText.Escape(prediction.Name),
        ["x"] = new JsonArray(x),
        ["y"] = new JsonArray(y),
        ["marker"] = new JsonObject
        {
            ["symbol"] = "diamond",
            ["size"] = 13,
            ["color"] = Palette.Paper,
            ["line"] = new JsonObject { ["width"] = 2, ["color"] = Palette.Ink },
        },
    };
}
