using System.Diagnostics.CodeAnalysis;

namespace LearningKit.Notebooks;

/// <summary>What every cell can call without a prefix. The names are those of .NET Interactive, so notebooks run there too.</summary>
public static class CellFunctions
{
    /// <summary>Shows a value below the cell, now; a cell may show many.</summary>
    /// <param name="value">Any value: figures, tables of records, images as PNG bytes, numbers, text.</param>
    /// <exception cref="InvalidOperationException">The caller is not part of a cell.</exception>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks spell it so.")]
    public static void display(object? value) => Cell().Show(new DisplayOutput(Formatting.Formatter.Format(value)));

    /// <summary>Marks a text as HTML, to be shown as such.</summary>
    /// <param name="text">A fragment of HTML; nothing in it is escaped.</param>
    [SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks spell it so.")]
    public static MimeBundle HTML(string text) => new() { [MimeBundle.Html] = text, [MimeBundle.Plain] = text };

    /// <summary>Is cancelled when the running cell is to stop: long loops that hand it on stop at once.</summary>
    public static CancellationToken CellCancellation => CellContext.Current?.Cancellation ?? CancellationToken.None;

    static CellContext Cell() => CellContext.Current
        ?? throw new InvalidOperationException("display shows a value below a notebook cell, but no cell is running here.");
}
