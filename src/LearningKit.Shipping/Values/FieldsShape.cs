using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Objects by their fields, those of base classes first. No constructor runs.</summary>
class FieldsShape : Shape
{
    public FieldsShape(Type type)
        : base(type)
    {
        var fields = new List<FieldSlot>();
        for (var at = type; at is not null; at = at.BaseType) fields.InsertRange(0, FieldSlot.DeclaredBy(at));
        Fields = [.. fields];
    }

    /// <summary>The fields.</summary>
    protected FieldSlot[] Fields { get; }

    public override bool HasContents => Fields.Length > 0;

    public override void WriteHead(ParcelWriter writer, object item)
    {
    }

    public override object ReadHead(ParcelReader reader) => RuntimeHelpers.GetUninitializedObject(Type);

    public override void WriteContents(ParcelWriter writer, object item)
    {
        foreach (var field in Fields)
        {
            writer.Step(field.Field);
            field.Slot.Write(writer, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
        }
    }

    public override void ReadContents(ParcelReader reader, object item)
    {
        foreach (var field in Fields) field.Slot.Read(reader, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
    }
}
