namespace LearningKit.Tables;

/// <summary>
/// The variance of a sample, or its root: carries count, mean and the sum of squared differences from the mean.
/// </summary>
/// <remarks>
/// One value after the other by B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products",
/// Technometrics 4 (1962). Two parts become one by T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating Formulae and a Pairwise
/// Algorithm for Computing Sample Variances", Stanford STAN-CS-79-773 (1979), equations 2.1. Sums of squares would be simpler,
/// and cancel all digits where the mean is large and the scatter small.
/// </remarks>
sealed class VarianceAccumulator(string name, bool root) : Accumulator(name)
{
    public override IReadOnlyList<string> StateNames { get; } = [$"{name}.count", $"{name}.mean", $"{name}.squares"];

    public override Column[] Reduce(Column? values, RowGroups groups)
    {
        var numbers = Numbers(values!, root ? "standard deviation" : "variance");
        var (counts, means, squares) = (new long[groups.Count], new double[groups.Count], new double[groups.Count]);
        var span = numbers.Values.Span;
        for (var row = 0; row < span.Length; row++)
        {
            if (numbers.IsMissing(row)) continue;
            var (group, value) = (groups.Ids[row], span[row]);
            var difference = value - means[group];
            means[group] += difference / ++counts[group];
            squares[group] += difference * (value - means[group]);
        }
        return States(counts, means, squares);
    }

    public override Column[] Combine(IReadOnlyList<Column> states, RowGroups groups)
    {
        var (counts, means, squares) = (new long[groups.Count], new double[groups.Count], new double[groups.Count]);
        var otherCounts = ((Column<long>)states[0]).Values.Span;
        var otherMeans = ((Column<double>)states[1]).Values.Span;
        var otherSquares = ((Column<double>)states[2]).Values.Span;
        for (var row = 0; row < otherCounts.Length; row++)
        {
            var (group, count) = (groups.Ids[row], counts[groups.Ids[row]]);
            if (otherCounts[row] == 0) continue;
            var total = count + otherCounts[row];
            var difference = otherMeans[row] - means[group];
            means[group] += difference * otherCounts[row] / total;
            squares[group] += otherSquares[row] + difference * difference * count * otherCounts[row] / total;
            counts[group] = total;
        }
        return States(counts, means, squares);
    }

    public override Column Finish(IReadOnlyList<Column> states)
    {
        var (counts, squares) = ((Column<long>)states[0], (Column<double>)states[2]);
        var variances = squares.Zip(counts, (square, count) => count > 1 ? square / (count - 1) : null);
        return Column<double>.From(Name, root ? variances.Select(variance => variance is { } known ? Math.Sqrt(known) : (double?)null) : variances);
    }

    Column[] States(long[] counts, double[] means, double[] squares) =>
        [new Column<long>(StateNames[0], counts), new Column<double>(StateNames[1], means), new Column<double>(StateNames[2], squares)];
}
