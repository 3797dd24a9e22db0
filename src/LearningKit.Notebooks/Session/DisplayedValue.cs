using LearningKit.Notebooks.Formatting;

namespace LearningKit.Notebooks;

/// <summary>A value that is shown below a cell. Name and members are those of .NET Interactive.</summary>
/// <example>
/// <code>
/// var shown = display("counting…");
/// for (var i = 1; i &lt;= 3; i++) shown.Update(i);
/// </code>
/// </example>
/// <remarks>Thread-safe. A later cell may update it too.</remarks>
public sealed class DisplayedValue
{
    readonly CellContext origin;

    DisplayedValue(string displayId, IReadOnlyCollection<string> mimeTypes, CellContext origin) =>
        (DisplayId, MimeTypes, this.origin) = (displayId, mimeTypes, origin);

    /// <summary>The name under which front ends know the display.</summary>
    public string DisplayId { get; }

    /// <summary>The forms that were asked for, best first; empty for all.</summary>
    public IReadOnlyCollection<string> MimeTypes { get; }

    /// <summary>Shows another value in the place of this one.</summary>
    /// <param name="updatedValue">The value, in the forms that were asked for at first.</param>
    public void Update(object? updatedValue) =>
        (CellContext.Current ?? origin).Show(new UpdateOutput(Formatter.Format(updatedValue, MimeTypes), DisplayId));

    /// <summary>Shows a value.</summary>
    internal static DisplayedValue Show(object? value, IReadOnlyCollection<string> mimeTypes, CellContext cell)
    {
        var id = Guid.NewGuid().ToString("N");
        cell.Show(new DisplayOutput(Formatter.Format(value, mimeTypes), id));
        return new(id, mimeTypes, cell);
    }
}
