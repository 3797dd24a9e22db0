using LearningKit.Tables;

namespace LearningKit.Exercises;

/// <summary>The learner finds the three hottest readings of each station from parts.</summary>
public sealed class Hottest() : Exercise<SplitApply>(
    id: "12-hottest",
    title: "The hottest of each station",
    task: "Write ApplyHottest and CombineHottest: the three hottest readings of each station, from any parts, with few rows sent home.",
    "Which readings of a part can still be among the three hottest of all parts? All others need not be sent.",
    "For each station the three hottest of the part: part.GroupBy(\"station\").Apply(group => group.OrderByDescending(\"temperature\").Head(3)).",
    "Combine asks the same question once more, of those that came home.")
{
    const int Most = 3;

    /// <inheritdoc/>
    protected override CheckResult Examine(SplitApply answer)
    {
        var random = new Random(21);
        var readings = StationReadings.Make(random, 300);
        readings = readings.Where(row => row.Number("temperature") is not null);
        var right = Best(readings);
        var stations = right.Count;

        for (var way = 0; way < 40; way++)
        {
            Table[] parts = [.. StationReadings.Cut(readings, 1 + way % 8, random).Where(part => part.RowCount > 0)];
            var found = answer.Over(parts, out var sent);
            if (found.Find("station") is null || found.Find("temperature") is not Column<double>)
                return NotYet($"The answer has the columns {string.Join(", ", found.ColumnNames)}.", "The result needs the columns 'station' and 'temperature', as the readings have them.");
            var said = $"In parts of {string.Join(", ", parts.Select(part => part.RowCount))} rows,";
            var best = Lists(found);
            if (best.Count < stations) return NotYet($"{said} {best.Count} stations came out instead of {stations}.", "The hottest of all stations together are not the hottest of each: GroupBy comes before Head.");
            if (best.FirstOrDefault(own => own.Value.Count > Most) is { Key: { } many })
                return NotYet($"{said} {many} has {best[many].Count} readings instead of {Most}.", "Each part sent its own three. Combine must choose again among them.");
            foreach (var (station, values) in right)
            {
                if (best.GetValueOrDefault(station, []).Order().SequenceEqual(values.Order())) continue;
                var both = $"{said} {station} has {List(best.GetValueOrDefault(station, []))} instead of {List(values)}.";
                if (best[station].Count < values.Count) return NotYet(both, "The three hottest of all may all be in one part. A part that sends fewer than three can lose them.");
                if (values.Max() > best[station].Max()) return NotYet(both, "These are not the hottest: OrderBy puts the least first, OrderByDescending the greatest.");
                return NotYet(both, "Some of the hottest got lost. Look at what one part sends home.");
            }
            if (sent > Most * stations * parts.Length)
                return NotYet($"{said} {sent} rows were sent home of {readings.RowCount}.", $"Right, but too much travels: a part need not send more than {Most} rows for each station.");
        }
        return Passed($"{readings.RowCount} readings in 40 cuts: always the {Most} hottest of each of {stations} stations, and no part sent more than {Most} rows for each.");
    }

    static Dictionary<string, List<double>> Best(Table readings) =>
        Lists(readings).ToDictionary(own => own.Key, own => own.Value.OrderDescending().Take(Most).ToList());

    static Dictionary<string, List<double>> Lists(Table table) => Enumerable.Range(0, table.RowCount)
        .GroupBy(row => table[row].Text("station") ?? "", row => table[row].Number("temperature") ?? double.NaN)
        .ToDictionary(group => group.Key, group => group.ToList());

    static string List(IEnumerable<double> values) => string.Join(" and ", values.OrderDescending().Select(value => $"{value:0.0}"));
}
