using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Arrays of any rank.</summary>
sealed class ArrayShape : Shape
{
    readonly Type element;
    readonly Slot slot;
    readonly int size;

    public ArrayShape(Type type)
        : base(type)
    {
        element = type.GetElementType()!;
        (slot, size) = (Slots.Of(element), Slots.SizeOf(element));
    }

    public override bool HasContents => slot is not RawSlot;

    public override void WriteHead(ParcelWriter writer, object item)
    {
        var array = (Array)item;
        if (!Type.IsSZArray)
        {
            for (var dimension = 0; dimension < array.Rank; dimension++)
            {
                writer.Length(array.GetLength(dimension));
                writer.Int32(array.GetLowerBound(dimension));
            }
        }
        if (!HasContents) writer.Elements(array, 0, array.LongLength, size);
        else if (Type.IsSZArray) writer.Length(array.Length);
    }

    public override object ReadHead(ParcelReader reader)
    {
        if (Type.IsSZArray)
        {
            if (!HasContents)
            {
                var count = reader.ElementCount(size, out var isApart);
                var filled = Arrays.Create(element, count);
                reader.Elements(filled, count, size, isApart);
                return filled;
            }
            var length = reader.Length();
            reader.Claim(length);
            return Arrays.Create(element, length);
        }
        return ReadGrid(reader);
    }

    /// <summary>An array of several dimensions. Apart, for code with an <see cref="Int128"/> is in no precompiled image, and each worker reads arrays.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    Array ReadGrid(ParcelReader reader)
    {
        var (lengths, bounds) = (new int[Type.GetArrayRank()], new int[Type.GetArrayRank()]);
        Int128 total = 1;
        for (var dimension = 0; dimension < lengths.Length; dimension++)
        {
            var length = reader.Length();
            bounds[dimension] = reader.Int32();
            if (length + Math.Max(0L, bounds[dimension]) > int.MaxValue) throw ParcelReader.Damaged("a dimension is too long");
            lengths[dimension] = (int)length;
            total = Int128.Min(total * length, long.MaxValue);
        }
        if (HasContents)
        {
            reader.Claim((long)total);
            return Array.CreateInstance(element, lengths, bounds);
        }
        if (reader.ElementCount(size, out var beside) != total) throw ParcelReader.Damaged("an array's elements are not as many as its dimensions say");
        var array = Array.CreateInstance(element, lengths, bounds);
        reader.Elements(array, (long)total, size, beside);
        return array;
    }

    public override void WriteContents(ParcelWriter writer, object item)
    {
        var array = (Array)item;
        for (long i = 0, count = array.LongLength; i < count; i++)
        {
            writer.Step((int)i);
            slot.Write(writer, ref Arrays.Element(array, i, size));
        }
    }

    public override void ReadContents(ParcelReader reader, object item)
    {
        var array = (Array)item;
        reader.Unclaim(array.LongLength);
        for (long i = 0, count = array.LongLength; i < count; i++) slot.Read(reader, ref Arrays.Element(array, i, size));
    }
}
