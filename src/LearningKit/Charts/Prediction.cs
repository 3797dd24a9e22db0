namespace LearningKit.Charts;

/// <summary>What the learner expected before the run, drawn beside what came out.</summary>
/// <param name="Value">The expected value, in the unit of the chart's value axis; times in seconds.</param>
/// <example><code>new SpeedupChart(study) { Prediction = Prediction.Of(guess.Value, x: 4) }   // "3.5 times as fast with 4 workers"</code></example>
public sealed record Prediction(double Value)
{
    /// <summary>The prediction, or none (null) where the learner made none.</summary>
    /// <param name="value">The expected value, in the unit of the chart's value axis; times in seconds.</param>
    /// <param name="x">Where on a numeric horizontal axis.</param>
    /// <param name="category">For which bar or variant.</param>
    public static Prediction? Of(double? value, double? x = null, string? category = null) =>
        value is { } number ? new(number) { X = x, Category = category } : null;

    /// <summary>The name in the legend.</summary>
    public string Name { get; init; } = "your prediction";

    /// <summary>Where on a numeric horizontal axis the value is expected; null where the prediction holds for the whole chart.</summary>
    public double? X { get; init; }

    /// <summary>The bar or variant for which the value is expected; null where the prediction holds for the whole chart.</summary>
    public string? Category { get; init; }
}
