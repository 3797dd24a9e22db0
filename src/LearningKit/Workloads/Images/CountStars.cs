namespace LearningKit.Workloads;

/// <summary>
/// Counts the stars of a made night sky. The parts are bands of rows; a star that lies across a border is one star,
/// since bands say which of their patches touch it.
/// </summary>
/// <param name="Field">The sky; each part makes its own rows.</param>
/// <param name="Threshold">What is brighter belongs to a star.</param>
public sealed record CountStars(StarField Field, byte Threshold = StarField.Threshold) : IWorkload<IndexRange, StarBand, StarCatalogue>
{
    /// <inheritdoc/>
    public StarCatalogue Solve() => Gather(Divide(1).Select(Execute));

    /// <inheritdoc/>
    public IReadOnlyList<IndexRange> Divide(int parts) => IndexRange.Divide(Field.Height, parts);

    /// <inheritdoc/>
    public StarBand Execute(IndexRange part) => StarCounter.CountBand(Field, part, Threshold);

    /// <inheritdoc/>
    public StarCatalogue Gather(IEnumerable<StarBand> partials) => StarCounter.Join(partials);
}
