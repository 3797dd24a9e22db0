namespace LearningKit.Mpi;

sealed class VectorDatatype : Datatype
{
    internal VectorDatatype(int count, int blockLength, int stride, Datatype of)
        : base(count * (long)blockLength * of.Size, LowerBoundOf(count, stride, of), ExtentOf(count, blockLength, stride, of), of.Element)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(blockLength);
        (Count, BlockLength, Stride, Inner) = (count, blockLength, stride, of);
    }

    internal int Count { get; }

    internal int BlockLength { get; }

    internal int Stride { get; }

    internal Datatype Inner { get; }

    public override IEnumerable<(nint Offset, long Bytes)> Pieces
    {
        get
        {
            for (var block = 0; block < Count; block++)
            {
                var start = block * Stride * Inner.Extent;
                if (Inner.IsContiguous) yield return (start, BlockLength * Inner.Size);
                else
                {
                    for (var i = 0; i < BlockLength; i++)
                    {
                        foreach (var (offset, bytes) in Inner.Pieces) yield return (start + i * Inner.Extent + offset, bytes);
                    }
                }
            }
        }
    }

    public override string ToString() => $"{Count} blocks of {BlockLength} {Inner}, {Stride} apart";

    static nint LowerBoundOf(int count, int stride, Datatype of) =>
        of.LowerBound + Math.Min(0, Math.Max(count - 1, 0) * stride * of.Extent);

    static nint ExtentOf(int count, int blockLength, int stride, Datatype of) =>
        count == 0 || blockLength == 0 ? 0 : (Math.Abs((count - 1) * (nint)stride) + blockLength) * of.Extent;
}
