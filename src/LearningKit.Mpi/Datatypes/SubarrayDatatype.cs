namespace LearningKit.Mpi;

sealed class SubarrayDatatype : Datatype
{
    internal SubarrayDatatype(ReadOnlySpan<int> sizes, ReadOnlySpan<int> subsizes, ReadOnlySpan<int> starts, Datatype of)
        : base(Product(subsizes) * of.Size, 0, (nint)Product(sizes) * of.Extent, of.Element)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            if (subsizes[i] < 1 || starts[i] < 0 || starts[i] + subsizes[i] > sizes[i])
                throw new ArgumentException($"In dimension {i} the block reaches from {starts[i]} to {starts[i] + subsizes[i]}; the array from 0 to {sizes[i]}.");
        }
        (Sizes, Subsizes, Starts, Inner) = (sizes.ToArray(), subsizes.ToArray(), starts.ToArray(), of);
    }

    internal int[] Sizes { get; }

    internal int[] Subsizes { get; }

    internal int[] Starts { get; }

    internal Datatype Inner { get; }

    // Rows of the last dimension lie in one piece.
    public override IEnumerable<(nint Offset, long Bytes)> Pieces
    {
        get
        {
            var rows = Product(Subsizes.AsSpan(0, Math.Max(Subsizes.Length - 1, 0)));
            for (var row = 0L; row < rows; row++)
            {
                var (rest, start, below) = (row, (nint)Starts[^1], (nint)Sizes[^1]);
                for (var dimension = Sizes.Length - 2; dimension >= 0; dimension--)
                {
                    start += (Starts[dimension] + (nint)(rest % Subsizes[dimension])) * below;
                    rest /= Subsizes[dimension];
                    below *= Sizes[dimension];
                }
                yield return (start * Inner.Extent, Subsizes[^1] * Inner.Size);
            }
        }
    }

    public override string ToString() => $"[{string.Join(", ", Subsizes)}] of [{string.Join(", ", Sizes)}] {Inner}";

    static long Product(ReadOnlySpan<int> factors)
    {
        var product = 1L;
        foreach (var factor in factors) product *= factor;
        return product;
    }
}
