using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// Objects in which the compiler keeps variables: those of a cell, or those that lambdas captured. Only the variables that the
/// delegates of the parcel can reach travel; the others are null or zero where they arrive.
/// </summary>
sealed class VariablesShape(Type type) : FieldsShape(type)
{
    /// <summary>Which of the fields a parcel's delegates can reach.</summary>
    public bool[] Choose(Func<System.Reflection.FieldInfo, bool> isReached) => [.. Fields.Select(field => isReached(field.Field))];

    public override void WriteContents(ParcelWriter writer, object item)
    {
        var chosen = writer.Reached.Among(this);
        for (var i = 0; i < Fields.Length; i++)
        {
            writer.Byte(chosen[i] ? (byte)1 : (byte)0);
            if (!chosen[i]) continue;
            writer.Step(Fields[i].Field);
            Fields[i].Slot.Write(writer, ref Unsafe.Add(ref FieldOffsets.Data(item), Fields[i].Offset));
        }
    }

    public override void ReadContents(ParcelReader reader, object item)
    {
        foreach (var field in Fields)
            if (reader.Byte() != 0) field.Slot.Read(reader, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
    }
}
