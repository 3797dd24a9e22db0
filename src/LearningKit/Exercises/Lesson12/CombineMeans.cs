using LearningKit.Tables;

namespace LearningKit.Exercises;

/// <summary>The learner finds the mean of each station from parts of any size.</summary>
public sealed class CombineMeans() : Exercise<SplitApply>(
    id: "12-combine-means",
    title: "Combine means",
    task: "Write ApplyMeans and CombineMeans, so that the mean temperature of each station is right however the readings are cut.",
    "A mean has forgotten how many values it was made of. What must a part send home, so that the mean can still be found?",
    "Two columns are enough: part.GroupBy(\"station\").Aggregate(Agg.Sum(\"temperature\"), Agg.Count(\"temperature\")).",
    "Combine adds both up for each station, and only then divides: .With(\"mean\", row => row.Number(\"sum\") / row.Number(\"count\")).")
{
    /// <inheritdoc/>
    protected override CheckResult Examine(SplitApply answer)
    {
        var random = new Random(12);
        var readings = StationReadings.Make(random, 400);
        var right = Means(readings.GroupBy("station").Aggregate(Agg.Mean("temperature").As("mean")));

        var whole = answer.Over([readings], out var sent);
        if (whole.Find("station") is null || whole.Find("mean") is not (Column<double> or Column<long>))
            return NotYet($"The answer has the columns {string.Join(", ", whole.ColumnNames)}.", "The result needs a column 'station' and a column 'mean' of numbers: use As(\"mean\"), Rename or With.");
        if (sent > 2 * right.Count)
            return NotYet($"Of {readings.RowCount} rows, {sent} were sent home for {right.Count} stations.", "That ships the rows instead of a summary: right, but nothing was saved. Apply must make one row for each station.");
        if (Wrong(whole, right) is { } first)
        {
            return NotYet($"In one part, {first}.", Near(whole, MeansOfAllRows(readings))
                ? "Some temperatures are missing. Agg.Count() counts rows; a mean is divided by the number of values: Agg.Count(\"temperature\")."
                : "Begin with one part: sum and count for each station, then divide.");
        }

        for (var way = 0; way < 40; way++)
        {
            var parts = StationReadings.Cut(readings, 2 + way % 9, random);
            var combined = answer.Over(parts, out _);
            if (Wrong(combined, right) is not { } wrong) continue;
            var sizes = string.Join(", ", parts.Select(part => part.RowCount));
            var said = $"In parts of {sizes} rows, {wrong}.";
            if (combined.RowCount > right.Count) return NotYet(said, "A station that is in several parts comes home several times. Combine must group by station again.");
            if (Near(combined, MeanOfMeans(parts))) return NotYet(said, "That is the mean of the means. A part of two readings would count as much as one of two hundred: carry sums and counts.");
            return NotYet(said, "Combine loses something. Take two parts of one station, with one and with three readings, and look at each step.");
        }
        return Passed($"{readings.RowCount} readings in 40 cuts, with empty parts and missing values: always the means of the whole, with {sent} rows sent home for {right.Count} stations.");
    }

    static Dictionary<string, double> Means(Table table)
    {
        var means = new Dictionary<string, double>();
        for (var row = 0; row < table.RowCount; row++) means[table[row].Text("station") ?? ""] = table[row].Number("mean") ?? double.NaN;
        return means;
    }

    /// <summary>What is wrong with the means, or null.</summary>
    static string? Wrong(Table answer, Dictionary<string, double> right)
    {
        if (answer.RowCount != right.Count) return $"there are {answer.RowCount} rows instead of {right.Count} stations";
        var found = Means(answer);
        foreach (var (station, mean) in right)
            if (!found.TryGetValue(station, out var own) || !IsNear(own, mean)) return $"{station} has the mean {own:0.###} instead of {mean:0.###}";
        return null;
    }

    static bool Near(Table answer, Dictionary<string, double> wrong) => Wrong(answer, wrong) is null;

    static Dictionary<string, double> MeansOfAllRows(Table readings) =>
        Means(readings.With("temperature", row => row.Number("temperature") ?? 0).GroupBy("station").Aggregate(Agg.Mean("temperature").As("mean")));

    static Dictionary<string, double> MeanOfMeans(Table[] parts) =>
        Means(Table.Concat(parts.Select(part => part.GroupBy("station").Aggregate(Agg.Mean("temperature").As("mean")))).GroupBy("station").Aggregate(Agg.Mean("mean").As("mean")));

    static bool IsNear(double value, double expected) => Math.Abs(value - expected) <= 1e-9 * (1 + Math.Abs(expected));
}
