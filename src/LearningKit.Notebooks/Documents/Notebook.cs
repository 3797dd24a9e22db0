using System.Text;
using System.Text.Json.Nodes;
using LearningKit.Data;
using LearningKit.Notebooks.Documents;
using LearningKit.Notebooks.Documents.Json;

namespace LearningKit.Notebooks;

/// <summary>
/// A Jupyter notebook (.ipynb, nbformat 4). It keeps everything that it does not understand, and saving writes byte for
/// byte what was read wherever nothing was changed.
/// </summary>
/// <example>
/// <code>
/// var notebook = Notebook.Load("notebooks/03-threads.ipynb");
/// notebook.Cells[0].Source = "# A new title";
/// notebook.Save("notebooks/03-threads.ipynb");
/// </code>
/// </example>
public sealed class Notebook
{
    const string EmptyNotebook =
        """
        {
         "cells": [],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "name": "csharp"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly string before;
    readonly string after;
    readonly JsonObjectSyntax json;
    readonly List<NotebookCell> cells = [];

    Notebook(string text, string? path)
    {
        Path = path;
        const string byteOrderMark = "\uFEFF";
        var mark = text.StartsWith(byteOrderMark, StringComparison.Ordinal) ? byteOrderMark : "";
        (before, var value, after) = JsonReader.ReadDocument(text[mark.Length..], Name);
        before = mark + before;
        json = value as JsonObjectSyntax ?? throw new NotebookFormatException($"{Name}: this is JSON, but not a notebook.");
        CheckFormat();
        IndentUnit = json.Members[0].Before.Split('\n')[^1] is { Length: > 0 } indent ? indent : " ";
        for (var index = 0; index < CellArray.Items.Count; index++)
        {
            var cell = CellArray.Items[index].Value as JsonObjectSyntax
                ?? throw new NotebookFormatException($"{Name}, cell {index + 1}: a cell must be a JSON object.");
            cells.Add(new(cell, this, index));
        }
    }

    /// <summary>An empty notebook for C#.</summary>
    public Notebook() : this(EmptyNotebook.ReplaceLineEndings("\n"), null) { }

    /// <summary>Where the notebook was read from, or null.</summary>
    public string? Path { get; }

    /// <summary>The file's name, for messages.</summary>
    public string Name => Path is null ? "the notebook" : System.IO.Path.GetFileName(Path);

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>The notebook's metadata, as a copy.</summary>
    public JsonObject Metadata => NotebookText.ToNode(json["metadata"]) as JsonObject ?? [];

    /// <summary>The language of cells that name none: <c>csharp</c> if the notebook does not say.</summary>
    public string Language
    {
        get
        {
            var metadata = Metadata;
            return Text("kernelspec", "language") ?? Text("language_info", "name") ?? Text("kernelspec", "name") ?? "csharp";

            string? Text(string section, string key) =>
                (metadata[section] as JsonObject)?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        }
    }

    /// <summary>The text of the first heading, or the file's name.</summary>
    public string Title => cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
        ?? System.IO.Path.GetFileNameWithoutExtension(Name);

    internal string IndentUnit { get; }

    JsonArraySyntax CellArray => json["cells"] as JsonArraySyntax
        ?? throw new NotebookFormatException($"{Name}: a notebook must have a list 'cells'.");

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4; the message says what and where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Load(string path)
    {
        try
        {
            return new(utf8.GetString(File.ReadAllBytes(path)), path);
        }
        catch (DecoderFallbackException exception)
        {
            throw new NotebookFormatException(
                $"{System.IO.Path.GetFileName(path)}: this is not a notebook. Notebooks are UTF-8 text, and byte {exception.Index} is not.",
                exception);
        }
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <inheritdoc cref="Load"/>
    public static Notebook Parse(string text, string? path = null) => new(text, path);

    /// <summary>Writes the notebook to a file, whole or not at all; folders are made where they are missing.</summary>
    public void Save(string path) => AtomicFile.Write(path, utf8.GetBytes(ToString()));

    /// <summary>The notebook's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(before);
        json.WriteTo(text);
        return text.Append(after).ToString();
    }

    /// <summary>A copy that changes apart from this one.</summary>
    public Notebook Copy() => new(ToString(), Path);

    /// <summary>Inserts a new cell.</summary>
    /// <param name="index">The place, from 0 to the number of cells.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tags">Its tags.</param>
    public NotebookCell Insert(int index, CellKind kind, string source, params IReadOnlyList<string> tags)
    {
        var outer = json.Members.FindLast(member => member.Key == "cells")!.Before;
        var inner = outer.Contains('\n') ? outer + IndentUnit : "";
        var syntax = (JsonObjectSyntax)JsonLayout.Render(NewCell(kind, source, tags), inner, IndentUnit);
        CellArray.Insert(index, syntax, (inner, outer));
        var cell = new NotebookCell(syntax, this, index);
        cells.Insert(index, cell);
        return cell;
    }

    /// <summary>Adds a new cell behind the others.</summary>
    /// <inheritdoc cref="Insert"/>
    public NotebookCell Add(CellKind kind, string source, params IReadOnlyList<string> tags) => Insert(cells.Count, kind, source, tags);

    JsonObject NewCell(CellKind kind, string source, IReadOnlyList<string> tags)
    {
        var metadata = new JsonObject();
        if (tags.Count > 0) metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        var cell = new JsonObject { ["cell_type"] = kind.ToString().ToLowerInvariant() };
        if (kind == CellKind.Code) cell["execution_count"] = null;
        if (HasIds) cell["id"] = NewId();
        cell["metadata"] = metadata;
        if (kind == CellKind.Code) cell["outputs"] = new JsonArray();
        cell["source"] = NotebookText.Split(source);
        return cell;
    }

    bool HasIds => int.TryParse((json["nbformat_minor"] as JsonScalarSyntax)?.Raw, out var minor) && minor >= 5;

    // The lowest free number, so that the same edits give the same file.
    string NewId()
    {
        var taken = cells.Select(cell => cell.Id).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(number => $"cell-{number}").First(id => !taken.Contains(id));
    }

    void CheckFormat()
    {
        var major = (json["nbformat"] as JsonScalarSyntax)?.Raw;
        if (major == "4" && json["cells"] is JsonArraySyntax) return;
        throw new NotebookFormatException(major switch
        {
            null => $"{Name}: this is JSON, but not a notebook: it has no 'nbformat'.",
            "4" => $"{Name}: a notebook must have a list 'cells'.",
            _ => $"{Name}: the notebook has format {major}; the kit reads format 4. "
                + "Convert it with: jupyter nbconvert --to notebook --nbformat 4",
        });
    }
}
