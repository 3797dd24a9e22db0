namespace LearningKit.Charts.Formatting;

/// <summary>How a notebook shows a <see cref="DataTable"/>.</summary>
sealed class DataTableFormatterSource
{
    /// <summary>One formatter a form.</summary>
#pragma warning disable CA1822   // the convention wants a method of the instance
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter<DataTable>("text/html", (table, writer) => writer.Write(table.ToHtml("").Replace("<caption></caption>", "", StringComparison.Ordinal))),
        new Formatter<DataTable>("text/plain", (table, writer) => writer.Write(table.ToText())),
    ];
#pragma warning restore CA1822
}
