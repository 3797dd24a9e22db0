using System.Collections;
using System.Net;
using System.Text;
using LearningKit.Charts;

namespace LearningKit.Notebooks.Formatting;

/// <summary>A sequence of records, a dictionary or one object as a table: the first rows shown, the next folded, the rest left out.</summary>
sealed class ValueTable
{
    const int PageRows = 20;
    const int MaximalRows = 100;
    const int MaximalColumns = 20;
    const int MaximalCellLength = 200;

    readonly DataTable table;
    readonly string? omitted;

    ValueTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, string? omitted)
    {
        table = new([.. columns.Take(MaximalColumns)], [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Take(MaximalColumns)])]);
        this.omitted = omitted;
    }

    /// <summary>A table with one row an item; null if the items are simple values, which read better as a list.</summary>
    public static ValueTable? OfSequence(IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().Take(MaximalRows + 1).ToList();
        var omitted = items.Count <= MaximalRows ? null
            : sequence is ICollection collection ? $"{collection.Count - MaximalRows:N0} more rows are not shown."
            : "More rows are not shown.";
        items = [.. items.Take(MaximalRows)];

        var types = items.Select(item => item?.GetType()).Distinct().ToList();
        if (types is not [{ } type] || ValueText.IsSimple(type) || type.IsAssignableTo(typeof(IEnumerable))) return null;
        var members = ValueText.MembersOf(type);
        return members.Count == 0
            ? null
            : new([.. members.Select(member => member.Name)], [.. items.Select(item => (IReadOnlyList<string>)[.. members.Select(member => Cell(member.Read(item!)))])], omitted);
    }

    /// <summary>A table with one row a member; null if there are none.</summary>
    public static ValueTable? OfMembers(object value)
    {
        var members = ValueText.MembersOf(value.GetType());
        return members.Count == 0
            ? null
            : new(["Name", "Value"], [.. members.Select(member => (IReadOnlyList<string>)[member.Name, Cell(member.Read(value))])], null);
    }

    /// <summary>The table as text.</summary>
    public string ToText() => table.ToText() + (omitted is null ? "" : omitted + "\n");

    /// <summary>The table as HTML, escaped; rows beyond the first page are folded.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        for (var row = 0; row == 0 || row < table.Rows.Count; row += PageRows)
        {
            var page = new DataTable(table.Columns, [.. table.Rows.Skip(row).Take(PageRows)]).ToHtml("");
            if (row == 0) html.Append(page);
            else html.Append($"<details><summary>Rows {row + 1} to {Math.Min(row + PageRows, table.Rows.Count)}</summary>{page}</details>");
        }
        if (omitted is not null) html.Append($"<p>{WebUtility.HtmlEncode(omitted)}</p>");
        return html.Replace("<caption></caption>", "").ToString();
    }

    static string Cell(object? value)
    {
        var text = ValueText.Of(value, depth: 1).ReplaceLineEndings(" ");
        if (value is string s) text = s.ReplaceLineEndings(" ");
        return text.Length <= MaximalCellLength ? text : text[..(MaximalCellLength - 1)] + "…";
    }
}
