namespace LearningKit.Mpi;

sealed class StructDatatype : Datatype
{
    internal StructDatatype((nint Offset, int Count, Datatype Type)[] fields)
        : base(
            fields.Sum(field => field.Count * field.Type.Size),
            fields.Length == 0 ? 0 : fields.Min(field => field.Offset + field.Type.LowerBound),
            fields.Length == 0 ? 0
                : fields.Max(field => field.Offset + field.Type.LowerBound + field.Count * field.Type.Extent) - fields.Min(field => field.Offset + field.Type.LowerBound),
            fields.Select(field => field.Type.Element).Distinct().Count() == 1 ? fields[0].Type.Element : BasicType.Byte)
    {
        foreach (var field in fields) ArgumentOutOfRangeException.ThrowIfNegative(field.Count);
        Fields = fields;
    }

    internal (nint Offset, int Count, Datatype Type)[] Fields { get; }

    public override IEnumerable<(nint Offset, long Bytes)> Pieces
    {
        get
        {
            foreach (var (start, count, type) in Fields)
            {
                if (type.IsContiguous) yield return (start, count * type.Size);
                else
                {
                    for (var i = 0; i < count; i++)
                    {
                        foreach (var (offset, bytes) in type.Pieces) yield return (start + i * type.Extent + offset, bytes);
                    }
                }
            }
        }
    }

    public override string ToString() => $"{Fields.Length} fields of {Size} bytes";
}
