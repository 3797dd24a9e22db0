using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>A field: where it lies and how it is written.</summary>
sealed record FieldSlot(FieldInfo Field, int Offset, Slot Slot)
{
    /// <summary>The fields that a type declares itself, in the order of its metadata.</summary>
    public static FieldSlot[] DeclaredBy(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        Array.Sort(fields, static (one, other) => one.MetadataToken.CompareTo(other.MetadataToken));
        return Array.ConvertAll(fields, static field => new FieldSlot(field, FieldOffsets.Of(field), Slots.Of(field.FieldType)));
    }
}
