using System.Text.Json.Nodes;
using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks.Tests.Formatting
{
    /// <summary>The package is not in the feed of this project: types of its names and shapes stand for it.</summary>
    public sealed class PlotlyNetTests
    {
        [Fact]
        public void Chart_OfVersion5_IsShownByItsOwnJson()
        {
            var bundle = Formatter.Format(new Plotly.NET.GenericChart.Chart("bars"));
            Assert.Equal([MimeBundle.Plotly, MimeBundle.Html, MimeBundle.Plain], bundle.Select(form => form.Key));
            Assert.True(JsonNode.DeepEquals(bundle[MimeBundle.Plotly],
                JsonNode.Parse("""{"data":[{"type":"bar"}],"layout":{"title":{"text":"bars"}},"config":{"responsive":true}}""")));
            Assert.Contains("\"type\":\"bar\"", bundle.Text(MimeBundle.Html));
            Assert.Equal("bars", bundle.Text(MimeBundle.Plain));
        }

        [Fact]
        public void Chart_OfVersion4_IsSerialisedByThePackage()
        {
            var bundle = Formatter.Format(new Plotly.NET.GenericChartModule.GenericChart());
            Assert.True(JsonNode.DeepEquals(bundle[MimeBundle.Plotly], JsonNode.Parse("""{"data":[{"type":"pie"}],"config":{}}""")));
        }
    }
}

#pragma warning disable IDE0130, IDE1006, CA1050, CA1822, CA1034, CA1708 // Names and shapes are those of the package.
namespace Newtonsoft.Json
{
    public static class JsonConvert
    {
        public static string SerializeObject(object value) => System.Text.Json.JsonSerializer.Serialize(value);
    }
}

namespace Plotly.NET
{
    public abstract class GenericChart
    {
        public static string toJson(GenericChart gChart) =>
            new JsonObject { ["data"] = new JsonArray(new JsonObject { ["type"] = "bar" }), ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = ((Chart)gChart).Title } } }.ToJsonString();

        public static object getConfig(GenericChart gChart) => new { responsive = true };

        public sealed class Chart(string title) : GenericChart
        {
            public string Title => title;
        }
    }

    public static class GenericChartModule
    {
        public static object toFigure(GenericChart gChart) => new { data = new[] { new { type = "pie" } } };

        public static object getConfig(GenericChart gChart) => new { };

        public sealed class GenericChart;
    }
}
