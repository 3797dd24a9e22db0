namespace LearningKit.Mpi;

/// <summary>The parts of a buffer in a v-form: one for each rank.</summary>
/// <param name="counts">How many elements each part has.</param>
/// <param name="displacements">Where each begins, in elements from the start of the buffer.</param>
public readonly ref struct Parts(ReadOnlySpan<int> counts, ReadOnlySpan<int> displacements)
{
    /// <summary>How many elements each part has.</summary>
    public ReadOnlySpan<int> Counts { get; } = counts;

    /// <summary>Where each part begins, in elements.</summary>
    public ReadOnlySpan<int> Displacements { get; } = displacements;
}
