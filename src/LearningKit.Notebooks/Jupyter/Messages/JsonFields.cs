using System.Text.Json;

namespace LearningKit.Notebooks.Jupyter.Messages;

/// <summary>Reads the fields of a JSON object that a stranger wrote: what is missing or of another type is null.</summary>
static class JsonFields
{
    /// <summary>A field that holds text.</summary>
    public static string? Text(this JsonElement parent, string name)
    {
        if (parent.Field(name) is not { ValueKind: JsonValueKind.String } field) return null;
        try
        {
            return field.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Half of a surrogate pair is no text.
        }
    }

    /// <summary>A field that holds a whole number.</summary>
    public static int? Number(this JsonElement parent, string name) =>
        parent.Field(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt32(out var number) ? number : null;

    /// <summary>A field that holds true or false.</summary>
    public static bool? Flag(this JsonElement parent, string name) => parent.Field(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A field of any type.</summary>
    public static JsonElement? Field(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field) ? field : null;
}
