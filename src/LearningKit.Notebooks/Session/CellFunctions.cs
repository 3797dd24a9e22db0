using System.Diagnostics.CodeAnalysis;
using LearningKit.Notebooks.Formatting;
using Markdig;

namespace LearningKit.Notebooks;

/// <summary>What every cell can call without a prefix. The names are those of .NET Interactive where it has such a thing.</summary>
public static class CellFunctions
{
    static readonly MarkdownPipeline markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>Shows a value below the cell, now; a cell may show many.</summary>
    /// <param name="value">Any value: figures, tables of records, images as bytes of a file, numbers, text.</param>
    /// <param name="mimeTypes">The forms to show, best first, for example <c>text/plain</c>; none for all that the value has.</param>
    /// <returns>The display, whose content can be replaced.</returns>
    /// <exception cref="InvalidOperationException">The caller is not part of a cell.</exception>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks spell it so.")]
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes, Cell());

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True to remove it only when the next output comes, so that nothing flickers.</param>
    /// <inheritdoc cref="display" path="/exception"/>
    public static void ClearOutput(bool wait = false) => Cell().Show(new ClearOutput(wait));

    /// <summary>Marks a text as HTML, to be shown as such.</summary>
    /// <param name="text">A fragment of HTML; nothing in it is escaped.</param>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks spell it so.")]
    public static MimeBundle HTML(string text) => new() { [MimeBundle.Html] = text, [MimeBundle.Plain] = text };

    /// <summary>Marks a text as Markdown, to be shown as such.</summary>
    /// <param name="text">The text.</param>
    public static MimeBundle Markdown(string text) => new()
    {
        [MimeBundle.Html] = Markdig.Markdown.ToHtml(text, markdown),
        [MimeBundle.Markdown] = text,
        [MimeBundle.Plain] = text,
    };

    /// <summary>Marks a text as LaTeX, to be shown as a formula.</summary>
    /// <param name="text">The formula; without dollar signs or an environment it stands on a line of its own.</param>
    public static MimeBundle LaTeX(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hasFrame = text.Contains('$') || text.TrimStart().StartsWith(@"\begin", StringComparison.Ordinal);
        return new() { [MimeBundle.Latex] = hasFrame ? text : $"$${text}$$", [MimeBundle.Plain] = text };
    }

    /// <summary>Marks a text as an SVG image, to be shown as such.</summary>
    /// <param name="text">The image, from <c>&lt;svg …&gt;</c> on.</param>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "As HTML.")]
    public static MimeBundle SVG(string text) => new() { [MimeBundle.Svg] = text, [MimeBundle.Plain] = text };

    /// <summary>Marks the bytes of a file as an image, to be shown as such.</summary>
    /// <param name="bytes">PNG, JPEG, GIF, WebP or SVG, told apart by their content.</param>
    /// <exception cref="ArgumentException">They are none of these.</exception>
    public static MimeBundle Image(byte[] bytes) => ImageForm.Of(bytes)
        ?? throw new ArgumentException("These bytes are no image of a kind that notebooks show: PNG, JPEG, GIF, WebP or SVG.", nameof(bytes));

    /// <summary>Reads an image from a file, to be shown as such.</summary>
    /// <param name="path">The file, seen from the notebook's folder.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <inheritdoc cref="Image(byte[])" path="/exception"/>
    public static MimeBundle Image(string path) => Image(File.ReadAllBytes(path));

    /// <summary>Is cancelled when the running cell is to stop: long loops that hand it on stop at once.</summary>
    public static CancellationToken CellCancellation => CellContext.Current?.Cancellation ?? CancellationToken.None;

    static CellContext Cell()
    {
        var cell = CellContext.Current
            ?? throw new InvalidOperationException("This shows a value below a notebook cell, but no cell is running here.");
        cell.ThrowIfItIsToEnd();
        return cell;
    }
}
