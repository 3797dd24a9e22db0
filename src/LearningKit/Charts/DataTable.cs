using System.Globalization;
using System.Text;
using LearningKit.Charts.Formatting;

namespace LearningKit.Charts;

/// <summary>The numbers of a figure as text: for terminals, for screen readers, for copying into a report.</summary>
/// <param name="Columns">Headings, with units where there are any.</param>
/// <param name="Rows">The cells, one list a row, as long as <paramref name="Columns"/>.</param>
[TypeFormatterSource(typeof(DataTableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record DataTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A readable table: columns aligned, numbers to the right.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        var widths = Columns.Select((heading, c) => Rows.Select(row => row[c].Length).Append(heading.Length).Max()).ToArray();
        Line(Columns);
        Line([.. widths.Select(width => new string('-', width))]);
        foreach (var row in Rows) Line(row);
        return text.ToString();

        void Line(IReadOnlyList<string> cells) =>
            text.Append(string.Join("  ", cells.Select((cell, c) => IsNumeric(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd()).Append('\n');
    }

    /// <summary>The table as HTML, escaped.</summary>
    /// <param name="caption">What the table shows.</param>
    public string ToHtml(string caption)
    {
        var html = new StringBuilder($"<table><caption>{Html.Escape(caption)}</caption><thead><tr>");
        for (var c = 0; c < Columns.Count; c++) html.Append($"<th scope=\"col\"{Class(c)}>{Html.Escape(Columns[c])}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++) html.Append($"<td{Class(c)}>{Html.Escape(row[c])}</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table>").ToString();

        string Class(int column) => IsNumeric(column) ? " class=\"lk-number\"" : "";
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>True when every cell of the column that says anything begins with a number.</summary>
    bool IsNumeric(int column) => Rows.Count > 0 && Rows.All(row => row[column].Length == 0 || StartsWithNumber(row[column]));

    static bool StartsWithNumber(string cell) =>
        cell == "n/a" || double.TryParse(cell.Split(' ', 2)[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
