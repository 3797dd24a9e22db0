using System.Text.Json.Nodes;
using LearningKit.Notebooks.Documents;
using LearningKit.Notebooks.Documents.Json;

namespace LearningKit.Notebooks;

/// <summary>One cell of a <see cref="Notebook"/>: a view of the file, which changes only what is set.</summary>
public sealed class NotebookCell
{
    readonly JsonObjectSyntax json;
    readonly Notebook notebook;

    internal NotebookCell(JsonObjectSyntax json, Notebook notebook, int index)
    {
        (this.json, this.notebook) = (json, notebook);
        Kind = (json["cell_type"] as JsonScalarSyntax)?.Text switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw new NotebookFormatException(
                $"{notebook.Name}, cell {index + 1}: the cell type '{other}' is unknown. Notebooks have code, markdown and raw cells."),
        };
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The id that names the cell within its notebook; null in notebooks older than nbformat 4.5.</summary>
    public string? Id => (json["id"] as JsonScalarSyntax)?.Text;

    /// <summary>The text of the cell, lines separated by line feeds.</summary>
    public string Source
    {
        get => NotebookText.Join(json["source"]);
        set => Set("source", NotebookText.Split(value));
    }

    /// <summary>The number of the execution that made the outputs; null if the cell was not executed.</summary>
    public int? ExecutionCount
    {
        get => json["execution_count"] is JsonScalarSyntax scalar && int.TryParse(scalar.Raw, out var count) ? count : null;
        set => Set("execution_count", value);
    }

    /// <summary>The cell's metadata, as a copy.</summary>
    public JsonObject Metadata => NotebookText.ToNode(json["metadata"]) as JsonObject ?? [];

    /// <summary>The tags, for example <c>parameters</c> or <c>raises-exception</c>.</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags
        ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())]
        : [];

    /// <summary>
    /// The language that the cell's metadata names, as polyglot notebooks do (<c>polyglot_notebook.kernelName</c>, before
    /// that <c>dotnet_interactive.language</c>, and <c>vscode.languageId</c>); null if they name none.
    /// </summary>
    public string? Language
    {
        get
        {
            var metadata = Metadata;
            return Find("polyglot_notebook", "kernelName") ?? Find("dotnet_interactive", "language") ?? Find("vscode", "languageId");

            string? Find(string section, string key) =>
                (metadata[section] as JsonObject)?[key] is JsonValue value && value.TryGetValue(out string? name) ? name : null;
        }
    }

    /// <summary>What the cell showed when it was executed last.</summary>
    public IReadOnlyList<CellOutput> Outputs => json["outputs"] is JsonArraySyntax outputs
        ? [.. outputs.Items.Select(item => OutputJson.Read(NotebookText.ToNode(item.Value))).OfType<CellOutput>()]
        : [];

    /// <summary>Replaces what the cell showed. Text written to one stream piece by piece becomes one output.</summary>
    public void SetOutputs(IEnumerable<CellOutput> outputs) => Set("outputs", OutputJson.WriteAll(outputs));

    /// <summary>An image that is attached to a text cell, as mime type and base64 text; null if there is none of that name.</summary>
    internal (string MimeType, string Data)? Attachment(string name) =>
        (NotebookText.ToNode(json["attachments"]) as JsonObject)?[name] is JsonObject { Count: > 0 } forms && forms.First() is { Value: { } data } form
            ? (form.Key, data.ToString())
            : null;

    void Set(string key, JsonNode? value) => json.Set(key, value, notebook.IndentUnit);
}
