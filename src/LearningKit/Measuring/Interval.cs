namespace LearningKit.Measuring;

/// <summary>A closed interval: where a figure lies with a stated confidence, 95 % unless said otherwise.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, not below <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>True when <paramref name="value"/> lies in the interval or on its ends.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>True when the two intervals share no point: only then may one figure be called larger than the other.</summary>
    public bool IsApartFrom(Interval other) => High < other.Low || other.High < Low;

    /// <summary>Both ends times a positive <paramref name="factor"/>.</summary>
    public Interval Scale(double factor) => new(Low * factor, High * factor);

    /// <inheritdoc/>
    public override string ToString() => $"[{Low:g4}, {High:g4}]";
}
