namespace LearningKit.Workloads;

/// <summary>The stars that were found in an image.</summary>
/// <param name="Stars">The stars, from the top.</param>
public sealed record StarCatalogue(IReadOnlyList<StarSpot> Stars)
{
    /// <summary>How many stars were found.</summary>
    public int Count => Stars.Count;

    /// <summary>True when both hold the same stars.</summary>
    public bool Equals(StarCatalogue? other) => other is not null && Stars.SequenceEqual(other.Stars);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <inheritdoc/>
    public override string ToString() => $"{Count:N0} stars";
}
