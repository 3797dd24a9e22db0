using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>A table of numbers as colours, row 0 at the top: a temperature field, a message matrix, time by two parameters.</summary>
/// <remarks>
/// The colour scale is Viridis (S. van der Walt and N. Smith, 2015): evenly graded, and legible in black and white and with every kind
/// of colour vision. Small tables show their numbers too; large ones are averaged over blocks, which the figure says.
/// </remarks>
public sealed class HeatMapChart : Figure
{
    const int MostCells = 256;
    const int MostNumbers = 144;
    const int MostTableCells = 400;

    readonly Axis x;
    readonly Axis y;
    readonly Axis value;
    readonly double[,] values;
    readonly int block;

    /// <summary>Colours a table.</summary>
    /// <param name="title">What the figure shows, in one line.</param>
    /// <param name="x">The axis of the columns.</param>
    /// <param name="y">The axis of the rows.</param>
    /// <param name="value">What the colours mean.</param>
    /// <param name="values">The numbers, as [row, column].</param>
    public HeatMapChart(string title, Axis x, Axis y, Axis value, double[,] values) : base(title)
    {
        ArgumentNullException.ThrowIfNull(values);
        (this.x, this.y, this.value, this.values) = (x, y, value, values);
        block = Math.Max(1, (Math.Max(Rows, Columns) + MostCells - 1) / MostCells);
    }

    /// <summary>The names of the columns; null numbers them from 0.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>The names of the rows; null numbers them from 0.</summary>
    public IReadOnlyList<string>? RowNames { get; init; }

    int Rows => values.GetLength(0);

    int Columns => values.GetLength(1);

    IEnumerable<(int Row, int Column)> Cells => from row in Enumerable.Range(0, Rows) from column in Enumerable.Range(0, Columns) where double.IsFinite(values[row, column]) select (row, column);

    string RowName(int row) => RowNames?[row] ?? NumberText.Of(row);

    string ColumnName(int column) => ColumnNames?[column] ?? NumberText.Of(column);

    /// <inheritdoc/>
    public override int Height => 480;

    /// <inheritdoc/>
    public override DataTable Table => (long)Rows * Columns <= MostTableCells && Columns <= 25 ? Whole() : Summary();

    DataTable Whole() => new(
        [$"{y.Title} \\ {x.Title}", .. Enumerable.Range(0, Columns).Select(ColumnName)],
        [.. Enumerable.Range(0, Rows).Select(row => (string[])[RowName(row), .. Enumerable.Range(0, Columns).Select(column => NumberText.Of(values[row, column]))])]);

    DataTable Summary()
    {
        var all = Cells.ToArray();
        if (all.Length == 0) return new(["Figure", value.Title], []);
        var (low, high) = (all.MinBy(At), all.MaxBy(At));
        return new(["Figure", value.Title, y.Title, x.Title],
        [
            ["lowest", NumberText.Of(At(low)), RowName(low.Row), ColumnName(low.Column)],
            ["mean", NumberText.Of(all.Average(At)), "", ""],
            ["highest", NumberText.Of(At(high)), RowName(high.Row), ColumnName(high.Column)],
        ]);
    }

    double At((int Row, int Column) cell) => values[cell.Row, cell.Column];

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => block == 1 ? [] : [$"{Rows} x {Columns} values, drawn as means of blocks of {block} x {block}."];

    /// <inheritdoc/>
    protected override IEnumerable<JsonObject> Traces()
    {
        var map = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = new JsonArray([.. Enumerable.Range(0, (Rows + block - 1) / block).Select(Row)]),
            ["colorscale"] = "Viridis",
            ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyText.Escape(value.Title), ["side"] = "right" } },
            ["hovertemplate"] = "%{y}, %{x}: %{z}<extra></extra>",
        };
        map["x"] = ColumnNames is null ? PlotlyJson.Numbers(Places(Columns)) : PlotlyJson.Labels(Places(Columns).Select(column => ColumnName((int)column)));
        map["y"] = RowNames is null ? PlotlyJson.Numbers(Places(Rows)) : PlotlyJson.Labels(Places(Rows).Select(row => RowName((int)row)));
        if (Rows * Columns <= MostNumbers) map["texttemplate"] = "%{z:.3~g}";
        yield return map;
    }

    /// <summary>The first row or column of each block.</summary>
    IEnumerable<double> Places(int count) => Enumerable.Range(0, (count + block - 1) / block).Select(b => (double)b * block);

    /// <summary>One row of block means.</summary>
    JsonNode Row(int blockRow)
    {
        var means = new double[(Columns + block - 1) / block];
        for (var b = 0; b < means.Length; b++)
        {
            var (sum, count) = (0.0, 0);
            for (var row = blockRow * block; row < Math.Min(Rows, (blockRow + 1) * block); row++)
                for (var column = b * block; column < Math.Min(Columns, (b + 1) * block); column++, count++) sum += values[row, column];
            means[b] = sum / count;
        }
        return PlotlyJson.Rounded(means);
    }

    /// <inheritdoc/>
    protected override JsonObject Layout()
    {
        var rows = PlotlyJson.Axis(y);
        rows["autorange"] = "reversed";
        return new() { ["xaxis"] = PlotlyJson.Axis(x), ["yaxis"] = rows, ["showlegend"] = false };
    }

    /// <inheritdoc/>
    protected override string Describe()
    {
        var all = Cells.ToArray();
        if (all.Length == 0) return "No values.";
        var (low, high) = (all.MinBy(At), all.MaxBy(At));
        return $"{Rows} rows by {Columns} columns; lowest {Say(low)}, highest {Say(high)}, mean {value.Say(all.Average(At))}.";
        string Say((int Row, int Column) cell) => $"{value.Say(At(cell))} at {y.Name} {RowName(cell.Row)}, {x.Name} {ColumnName(cell.Column)}";
    }

    /// <inheritdoc/>
    protected override string SayValue(double number) => value.Say(number);
}
