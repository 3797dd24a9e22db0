namespace LearningKit.Notebooks.Tests.Session;

/// <summary>A cell's result with what it showed.</summary>
public sealed record Executed(CellResult Result, IReadOnlyList<CellOutput> Outputs)
{
    public string Out => string.Concat(Outputs.OfType<StreamOutput>().Where(o => o.Name == StreamOutput.Out).Select(o => o.Text));

    public string Error => string.Concat(Outputs.OfType<StreamOutput>().Where(o => o.Name == StreamOutput.Error).Select(o => o.Text));

    public string? Value => Outputs.OfType<ResultOutput>().LastOrDefault()?.Data.Text(MimeBundle.Plain);

    public string Trace => Result.Error?.ToString() ?? "";
}
