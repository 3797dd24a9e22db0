using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Charts;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class FigureTests
{
    static readonly string[] knownTraces = ["scatter", "bar", "heatmap"];

    public static IEnumerable<object[]> Names => Gallery.Names;

    [Theory, MemberData(nameof(Names))]
    public void ToPlotly_AnyFigure_HasTracesLayoutAndConfig(string name)
    {
        var plotly = JsonNode.Parse(Gallery.All[name].ToPlotly().ToJsonString())!.AsObject();

        Assert.Equal(["data", "layout", "config"], plotly.Select(member => member.Key));
        Assert.NotEmpty(plotly["data"]!.AsArray());
        Assert.All(plotly["data"]!.AsArray(), trace => Assert.Contains((string?)trace!["type"], knownTraces));
        Assert.True((bool)plotly["config"]!["responsive"]!);
    }

    [Theory, MemberData(nameof(Names))]
    public void ToPlotly_AnyTrace_HasAsManyPlacesAsValues(string name)
    {
        foreach (var trace in Gallery.All[name].ToPlotly()["data"]!.AsArray())
        {
            if ((string?)trace!["type"] == "heatmap") continue;
            var count = trace["x"]!.AsArray().Count;
            foreach (var member in (string[])["y", "base", "text", "hovertext"])
                if (trace[member] is JsonArray values) Assert.Equal(count, values.Count);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ToPlotly_AnyFigure_NamesItsAxesInTheObjectFormThatAllVersionsKnow(string name)
    {
        var layout = Gallery.All[name].ToPlotly()["layout"]!;

        Assert.All(layout.AsObject().Where(member => member.Key.StartsWith("xaxis", StringComparison.Ordinal)), axis => Assert.NotEmpty((string)axis.Value!["title"]!["text"]!));
        if ((string?)layout["yaxis"]!["type"] != "category" && layout["yaxis"]!["ticktext"] is null) Assert.NotEmpty((string)layout["yaxis"]!["title"]!["text"]!);
        Assert.StartsWith("<b>", (string)layout["title"]!["text"]!, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void ToPlotly_Twice_IsTheSame(string name) =>
        Assert.Equal(Gallery.All[name].ToPlotly().ToJsonString(), Gallery.All[name].ToPlotly().ToJsonString());

    [Theory, MemberData(nameof(Names))]
    public void ToPlotly_AnyColour_HasAPartnerInDarkMode(string name)
    {
        foreach (var colour in Strings(Gallery.All[name].ToPlotly()).Where(text => text.StartsWith('#')))
            Assert.Contains(colour, Palette.LightToDark.Keys);
    }

    [Theory, MemberData(nameof(Names))]
    public void Config_AnyFigure_OffersNoButtonThatSendsData(string name)
    {
        var buttons = Strings(Gallery.All[name].ToPlotly()["config"]!["modeBarButtons"]!);

        Assert.Equal(["toImage", "zoom2d", "pan2d", "resetScale2d"], buttons);
    }

    [Theory, MemberData(nameof(Names))]
    public void Table_AnyFigure_HasAsManyCellsAsColumns(string name)
    {
        var table = Gallery.All[name].Table;

        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
    }

    [Theory, MemberData(nameof(Names))]
    public void ToText_AnyFigure_TellsTitleBadgeAndTable(string name)
    {
        var figure = Gallery.All[name];
        var text = figure.ToText();

        Assert.StartsWith(figure.Title + "\n", text, StringComparison.Ordinal);
        Assert.Contains(figure.Table.ToText(), text, StringComparison.Ordinal);
        if (figure.Badge is not null) Assert.Contains(figure.Badge.Message, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Theory, MemberData(nameof(Names))]
    public void Prediction_WhereGiven_IsDrawnAndSaid(string name)
    {
        var figure = Gallery.All[name];
        if (figure.Prediction is null) return;

        Assert.Contains(figure.ToPlotly()["data"]!.AsArray(), trace => (string?)trace!["name"] == "your prediction");
        Assert.Contains("Your prediction", figure.AltText, StringComparison.Ordinal);
        Assert.Contains("Your prediction", figure.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TrustLevel.Full, "✔")]
    [InlineData(TrustLevel.Limited, "⚠")]
    [InlineData(TrustLevel.None, "✖")]
    public void Badge_AnyLevel_StandsUnderTheTitleWithASymbol(TrustLevel level, string symbol)
    {
        var chart = new BarChart("t", new("Time", "s"), [new("a", 1)]) { Badge = new(2, 1.2, level, "two reported") };

        Assert.Contains($"{symbol} two reported", (string)chart.ToPlotly()["layout"]!["title"]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPlotly_NumbersThatAreNotFinite_BecomeNull()
    {
        var chart = new LineChart("t", new("x"), new("y"), new Series("s", [0, 1, 2], [1, double.NaN, double.PositiveInfinity]));

        Assert.Equal("[1,null,null]", chart.ToPlotly()["data"]![0]!["y"]!.ToJsonString());
    }

    [Fact]
    public void Title_WithTags_IsShownAsWritten()
    {
        var title = (string)new BarChart("List<int> & <script>", new("Time", "s"), [new("<b>", 1)]).ToPlotly()["layout"]!["title"]!["text"]!;

        Assert.Equal("<b>List&lt;int&gt; &amp; &lt;script&gt;</b>", title);
    }

    [Fact]
    public void Title_Empty_IsRefused() => Assert.Throws<ArgumentException>(() => new BarChart(" ", new("Time"), []));

    internal static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [],
    };
}
