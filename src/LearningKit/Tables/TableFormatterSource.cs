using LearningKit.Charts.Formatting;

namespace LearningKit.Tables;

/// <summary>How a notebook shows a <see cref="Table"/>.</summary>
sealed class TableFormatterSource
{
    /// <summary>One formatter a form.</summary>
#pragma warning disable CA1822   // the convention wants a method of the instance
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<Table>("text/html", (table, writer) => writer.Write(TableText.ToHtml(table))),
        new Formatter<Table>("text/plain", (table, writer) => writer.Write(TableText.ToText(table))),
    ];
#pragma warning restore CA1822
}
