using System.Text.Json.Nodes;

namespace LearningKit.Notebooks;

/// <summary>Showing a value below its cell, with the value in front; the names are those of .NET Interactive.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell, now.</summary>
    /// <inheritdoc cref="CellFunctions.display" path="/param|/returns|/exception"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => CellFunctions.display(value, mimeTypes);

    /// <summary>Shows a text as what it is written in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mimeType">What it is written in, for example <c>text/markdown</c>.</param>
    /// <inheritdoc cref="CellFunctions.display" path="/returns|/exception"/>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        CellFunctions.display(new MimeBundle { [mimeType] = MimeBundle.IsJson(mimeType) ? JsonNode.Parse(text)! : text });
}
