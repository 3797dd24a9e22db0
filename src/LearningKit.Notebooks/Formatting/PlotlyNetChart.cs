using System.Reflection;
using System.Text.Json.Nodes;
using LearningKit.Charts;

namespace LearningKit.Notebooks.Formatting;

/// <summary>
/// Charts of the package Plotly.NET, which wraps plotly.js as the kit's own figures do: recognised by the name of their type
/// and shown through the JSON that the package itself makes of them.
/// </summary>
/// <remarks>
/// GenericChart is a class with static members since version 5; before, a module whose functions are static methods of
/// the class around it. Both have <c>toFigure</c>, <c>getConfig</c> and, lately, <c>toJson</c>, and serialise with Newtonsoft.Json.
/// </remarks>
static class PlotlyNetChart
{
    const string Name = "Plotly.NET.GenericChart";

    /// <summary>Formats a chart; null for other values.</summary>
    public static MimeBundle? Format(object value)
    {
        if (Functions(value.GetType()) is not { } functions) return null;
        var json = Call(functions, "toJson", value) as string ?? Serialize(Call(functions, "toFigure", value)!);
        var figure = JsonNode.Parse(json)!.AsObject();
        if (Call(functions, "getConfig", value) is { } config) figure["config"] ??= JsonNode.Parse(Serialize(config));
        return new()
        {
            [MimeBundle.Plotly] = figure,
            [MimeBundle.Html] = WebPage.Session.Tag(WebLibrary.Plotly) + FigureHtml.Fragment(figure),
            [MimeBundle.Plain] = Title(figure),
        };
    }

    // A case of the union is a class inside GenericChart.
    static Type? Functions(Type type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
            if (outer.FullName is Name or Name + "Module") return outer;
        return type.BaseType is { } parent && parent != typeof(object) ? Functions(parent) : null;
    }

    static object? Call(Type functions, string function, object chart) => functions
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(method => method.Name == function && method.GetParameters() is [var only] && only.ParameterType.IsInstanceOfType(chart))
        ?.Invoke(null, [chart]);

    static string Serialize(object part)
    {
        const string name = "Newtonsoft.Json.JsonConvert";
        var convert = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null)
            ?? Assembly.Load("Newtonsoft.Json").GetType(name, throwOnError: true)!;
        return (string)convert.GetMethod("SerializeObject", [typeof(object)])!.Invoke(null, [part])!;
    }

    static string Title(JsonObject figure) =>
        figure["layout"]?["title"] switch
        {
            JsonObject title when (string?)title["text"] is { } text => text,
            JsonValue title => title.ToString(),
            _ => "A chart of Plotly.NET",
        };
}
