using MathNet.Numerics.Statistics;

namespace LearningKit.Tables;

/// <summary>The middle values of groups.</summary>
static class Medians
{
    /// <summary>Refuses columns that have no middle.</summary>
    public static void Require(Column column)
    {
        if (column is not (Column<double> or Column<long>)) throw new ArgumentException($"There is no median of column '{column.Name}': it holds {column.Type} values.");
    }

    public static Column<double> Of(Column column, RowGroups groups, string name)
    {
        var numbers = column is Column<long> whole ? Table.AsNumbers(whole) : (Column<double>)column;
        return Column<double>.From(name, groups.Rows().Select(rows =>
        {
            double[] values = [.. rows.Where(row => !numbers.IsMissing(row)).Select(row => numbers.Values.Span[row])];
            Array.Sort(values);
            return values.Length == 0 ? (double?)null : SortedArrayStatistics.Median(values);
        }));
    }
}
