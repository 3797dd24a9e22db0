using System.Collections;
using System.Data;
using System.Net;
using System.Text;
using KitTable = LearningKit.Charts.DataTable;

namespace LearningKit.Notebooks.Formatting;

/// <summary>
/// A sequence of records, a dictionary, rows of numbers, or one object as a table: the first rows shown, the next folded, the
/// rest left out.
/// </summary>
sealed class ValueTable
{
    /// <summary>How many rows there are at most.</summary>
    public const int MaximalRows = 100;

    const int PageRows = 20;
    const int MaximalColumns = 20;
    const int MaximalCellLength = 200;

    readonly KitTable table;
    readonly string? omitted;

    ValueTable(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, string? omitted)
    {
        table = new([.. columns.Take(MaximalColumns)], [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Take(MaximalColumns)])]);
        this.omitted = columns.Count <= MaximalColumns ? omitted : $"{omitted} {columns.Count - MaximalColumns:N0} more columns are not shown.".TrimStart();
    }

    /// <summary>A table with one row an item; null if the items are simple values, which read better as a list.</summary>
    public static ValueTable? OfSequence(Beginning sequence)
    {
        var omitted = sequence.Rest is { } rest ? RowsNotShown(rest) : null;
        var types = sequence.Items.Select(item => item?.GetType()).Distinct().ToList();
        if (types is not [{ } type] || ValueText.IsSimple(type) || type.IsAssignableTo(typeof(Task))) return null;
        if (type.IsAssignableTo(typeof(IList))) return OfRows([.. sequence.Items.Cast<IList>()], omitted);
        if (type.IsAssignableTo(typeof(IEnumerable))) return null;
        var members = ValueText.MembersOf(type);
        return members.Count == 0
            ? null
            : new([.. members.Select(member => member.Name)], [.. sequence.Items.Select(item => (IReadOnlyList<string>)[.. members.Select(member => Cell(member.Read(item!)))])], omitted);
    }

    /// <summary>A table with the rows and columns of a two-dimensional array; null if it is empty.</summary>
    public static ValueTable? OfMatrix(Array matrix)
    {
        var (rows, columns) = (matrix.GetLength(0), matrix.GetLength(1));
        if (rows == 0 || columns == 0) return null;
        var shown = Enumerable.Range(0, Math.Min(rows, MaximalRows))
            .Select(row => (IReadOnlyList<string>)[Number(row), .. Enumerable.Range(0, Math.Min(columns, MaximalColumns)).Select(column => Cell(matrix.GetValue(row, column)))]);
        return new(["", .. Enumerable.Range(0, columns).Select(Number)], [.. shown], rows > MaximalRows ? RowsNotShown($"{rows - MaximalRows:N0} more") : null);
    }

    /// <summary>A table with one row a member, or with the rows of a table of System.Data; null if there are none.</summary>
    public static ValueTable? OfData(object value) => value switch
    {
        DataTable data => OfTable(data, data.DefaultView),
        DataView { Table: { } data } view => OfTable(data, view),
        _ => ValueText.IsSimple(value.GetType()) ? null : OfMembers(value),
    };

    static ValueTable? OfMembers(object value)
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
            var page = new KitTable(table.Columns, [.. table.Rows.Skip(row).Take(PageRows)]).ToHtml("");
            if (row == 0) html.Append(page);
            else html.Append($"<details><summary>Rows {row + 1} to {Math.Min(row + PageRows, table.Rows.Count)}</summary>{page}</details>");
        }
        if (omitted is not null) html.Append($"<p>{WebUtility.HtmlEncode(omitted)}</p>");
        return html.Replace("<caption></caption>", "").ToString();
    }

    // Rows may differ in length.
    static ValueTable? OfRows(IReadOnlyList<IList> rows, string? omitted)
    {
        var columns = rows.Max(row => row.Count);
        if (columns == 0 || rows.Any(row => row.Count > 0 && row[0] is { } first && !ValueText.IsSimple(first.GetType()))) return null;
        var shown = Math.Min(columns, MaximalColumns);
        return new(
            ["", .. Enumerable.Range(0, columns).Select(Number)],
            [.. rows.Select((row, i) => (IReadOnlyList<string>)[Number(i), .. Enumerable.Range(0, shown).Select(column => column < row.Count ? Cell(row[column]) : "")])],
            omitted);
    }

    static ValueTable OfTable(DataTable data, DataView view) => new(
        [.. data.Columns.Cast<DataColumn>().Select(column => column.ColumnName)],
        [.. view.Cast<DataRowView>().Take(MaximalRows).Select(row => (IReadOnlyList<string>)[.. row.Row.ItemArray.Select(Cell)])],
        view.Count > MaximalRows ? RowsNotShown($"{view.Count - MaximalRows:N0} more") : null);

    static string RowsNotShown(string rest) => rest.EndsWith("more", StringComparison.Ordinal)
        ? $"{char.ToUpperInvariant(rest[0])}{rest[1..]} rows are not shown."
        : $"There are {rest}.";

    static string Number(int number) => $"{number}";

    static string Cell(object? value)
    {
        var text = value is string s ? s : value is DBNull ? "" : ValueText.Of(value, depth: 1);
        return CutText.To(text.ReplaceLineEndings(" "), MaximalCellLength);
    }
}
