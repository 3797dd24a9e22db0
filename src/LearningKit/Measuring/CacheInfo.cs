namespace LearningKit.Measuring;

/// <summary>One cache of the processor.</summary>
/// <param name="Level">1 is nearest to the core.</param>
/// <param name="Kind">What it holds: Data, Instruction or Unified.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="SharedBy">How many logical processors share it.</param>
public sealed record CacheInfo(int Level, string Kind, long Bytes, int SharedBy)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"L{Level}{(Kind == "Unified" ? "" : $" {Kind.ToLowerInvariant()}")} {ByteSize.Text(Bytes)}{(SharedBy > 1 ? $" shared by {SharedBy}" : "")}";
}
