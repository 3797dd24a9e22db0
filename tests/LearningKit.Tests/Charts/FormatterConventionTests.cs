using System.Collections;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using LearningKit.Charts;
using Xunit;

namespace LearningKit.Tests.Charts;

/// <summary>Finds formatters as .NET Interactive does: by the names of an attribute and its members, without any reference.</summary>
public sealed class FormatterConventionTests
{
    [Fact]
    public void Figure_AnyDerivedType_HasFormattersForPlotlyHtmlAndText()
    {
        var formats = Discover(typeof(SpeedupChart), out var preferred);

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "text/plain"], preferred);
        Assert.Equal(preferred, formats.Keys);
    }

    [Fact]
    public void Figure_InEachForm_IsWhatTheFigureSays()
    {
        var figure = Gallery.All["bars"];
        var formats = Discover(figure.GetType(), out _);

        Assert.True(JsonNode.DeepEquals(figure.ToPlotly(), JsonNode.Parse(Write(formats["application/vnd.plotly.v1+json"], figure))));
        Assert.EndsWith(figure.ToHtml(), Write(formats["text/html"], figure), StringComparison.Ordinal);
        Assert.Equal(figure.ToText(), Write(formats["text/plain"], figure));
    }

    [Fact]
    public void Figure_SecondOfASession_BringsNoLibraryAgain()
    {
        WebPage.BeginSession();
        var format = Discover(typeof(BarChart), out _)["text/html"];
        var figure = Gallery.All["bars"];

        Assert.Equal(WebLibrary.Plotly.ScriptTag() + figure.ToHtml(), Write(format, figure));
        Assert.Equal(figure.ToHtml(), Write(format, figure));

        WebPage.BeginSession();
        Assert.StartsWith(WebLibrary.Plotly.ScriptTag(), Write(format, figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_OfACellThatRunsAgain_BringsTheLibraryAgain()
    {
        var page = new WebPage();
        page.BeginCell("first");
        Assert.NotEmpty(page.Tag(WebLibrary.Plotly));
        page.BeginCell("second");
        Assert.Empty(page.Tag(WebLibrary.Plotly));
        page.BeginCell("first");
        Assert.NotEmpty(page.Tag(WebLibrary.Plotly));
        Assert.Empty(page.Tag(WebLibrary.Plotly));
    }

    [Fact]
    public void Mermaid_InEachForm_IsWhatTheDiagramSays()
    {
        var diagram = new MermaidDiagram("flowchart LR\n a --> b", "a, then b");
        var formats = Discover(typeof(MermaidDiagram), out var preferred);

        Assert.Equal(["text/vnd.mermaid", "text/html", "text/plain"], preferred);
        Assert.Equal(diagram.Source, Write(formats["text/vnd.mermaid"], diagram));
        Assert.EndsWith(diagram.ToHtml(), Write(formats["text/html"], diagram), StringComparison.Ordinal);
        Assert.Contains("a, then b", Write(formats["text/plain"], diagram), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_AnotherType_IsDeclined() => Assert.All(Discover(typeof(BarChart), out _).Values, format => Assert.False(format("text", TextWriter.Null)));

    static string Write(Func<object, TextWriter, bool> format, object value)
    {
        var writer = new StringWriter();
        Assert.True(format(value, writer));
        return writer.ToString();
    }

    static Dictionary<string, Func<object, TextWriter, bool>> Discover(Type type, out string[] preferred)
    {
        var attribute = type.GetCustomAttributes(inherit: true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        preferred = Property<string[]>(attribute, "PreferredMimeTypes");
        var source = Activator.CreateInstance(Property<Type>(attribute, "FormatterSourceType"))!;
        var formatters = Assert.IsAssignableFrom<IEnumerable>(source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null));
        return formatters.Cast<object>().ToDictionary(formatter => Property<string>(formatter, "MimeType"), Call);
    }

    static Func<object, TextWriter, bool> Call(object formatter)
    {
        var (value, writer) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TextWriter)));
        var call = Expression.Call(Expression.Constant(formatter), formatter.GetType().GetMethod("Format")!, value, writer);
        return Expression.Lambda<Func<object, TextWriter, bool>>(call, value, writer).Compile();
    }

    static T Property<T>(object of, string name) => Assert.IsType<T>(of.GetType().GetProperty(name)!.GetGetMethod()!.Invoke(of, null), exactMatch: false);
}
