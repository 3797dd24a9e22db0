namespace LearningKit.Mpi;

sealed class ResizedDatatype(Datatype of, nint lowerBound, nint extent) : Datatype(of.Size, lowerBound, extent, of.Element)
{
    internal Datatype Inner => of;

    public override IEnumerable<(nint Offset, long Bytes)> Pieces => of.Pieces;

    public override string ToString() => $"{of}, {Extent} bytes apart";
}
