using System.Globalization;
using System.Text;
using LearningKit.Charts;

namespace LearningKit.Tables;

/// <summary>A table for people: its first rows, page by page, and its last; how many there are.</summary>
static class TableText
{
    const int PageRows = 10;
    const int MostPages = 10;
    const int MostColumns = 20;
    const int LongestCell = 60;

    public static string ToText(Table table)
    {
        var shown = Math.Min(PageRows, table.RowCount);
        var rest = table.RowCount > shown ? $"… {table.RowCount - shown:N0} more rows\n" : "";
        return Page(table, 0, shown).ToText() + rest + Shape(table) + "\n";
    }

    public static string ToHtml(Table table)
    {
        var html = new StringBuilder($"<p>{Shape(table)}</p>");
        var pages = Math.Clamp((table.RowCount + PageRows - 1) / PageRows, 1, MostPages);
        for (var page = 0; page < pages; page++) Append(page * PageRows, page == 0);
        var shown = pages * PageRows;
        if (table.RowCount > shown + PageRows) html.Append($"<p>{table.RowCount - shown - PageRows:N0} rows between are not shown.</p>");
        if (table.RowCount > shown) Append(Math.Max(shown, table.RowCount - PageRows), open: false);
        return html.ToString();

        void Append(int start, bool open)
        {
            var count = Math.Min(PageRows, table.RowCount - start);
            var rows = Page(table, start, count).ToHtml("").Replace("<caption></caption>", "", StringComparison.Ordinal);
            html.Append(open ? rows : $"<details><summary>Rows {start:N0} to {start + count - 1:N0}</summary>{rows}</details>");
        }
    }

    static string Shape(Table table)
    {
        var hidden = table.Columns.Count - MostColumns;
        return $"{Count(table.RowCount, "row")} × {Count(table.Columns.Count, "column")}{(hidden > 0 ? $", of which {hidden:N0} are not shown" : "")}";

        static string Count(int count, string noun) => $"{count:N0} {noun}{(count == 1 ? "" : "s")}";
    }

    static DataTable Page(Table table, int start, int count)
    {
        var columns = table.Columns.Take(MostColumns).ToArray();
        var rows = Enumerable.Range(start, count)
            .Select(row => (IReadOnlyList<string>)[row.ToString(CultureInfo.InvariantCulture), .. columns.Select(column => Cell(column.ValueAt(row)))]);
        return new(["", .. columns.Select(column => column.Name)], [.. rows]);
    }

    static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            bool truth => truth ? "true" : "false",
            double number => number.ToString("G10", CultureInfo.InvariantCulture),
            DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        text = text.ReplaceLineEndings("⏎");
        return text.Length <= LongestCell ? text : text[..(LongestCell - 1)] + "…";
    }
}
