using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Finds the slot of a static type.</summary>
static class Slots
{
    static readonly ConcurrentDictionary<Type, Slot> slots = new();

    /// <summary>The slot of a type.</summary>
    public static Slot Of(Type type) => slots.TryGetValue(type, out var slot) ? slot : slots.GetOrAdd(type, Make(type));

    /// <summary>How many bytes a place of the type takes.</summary>
    public static int SizeOf(Type type) => RuntimeHelpers.SizeOf(type.TypeHandle);

    static Slot Make(Type type)
    {
        if (type.IsPointer || type.IsFunctionPointer || type == typeof(nint) || type == typeof(nuint)) return new RefusedSlot(Refusals.Address);
        if (type.IsByRefLike || type.IsByRef) return new RefusedSlot(Refusals.Span);
        if (!type.IsValueType) return new ReferenceSlot(type);
        if (type.IsPrimitive || type.IsEnum) return new RawSlot(SizeOf(type));
        if (Refusals.Of(type) is { } reason) return new RefusedSlot(reason);
        if (MemorySlot.IsFor(type)) return new MemorySlot(type);
        var fields = FieldSlot.DeclaredBy(type);
        if (fields.FirstOrDefault(field => field.Slot is RefusedSlot) is { Slot: RefusedSlot refused }) return refused;
        if (fields.All(field => field.Slot is RawSlot)) return new RawSlot(SizeOf(type));
        if (Framework.Has(type) && !Framework.IsPlainStruct(type)) return new RefusedSlot(Refusals.Unknown(type));
        return type.GetCustomAttribute<InlineArrayAttribute>() is { Length: var length }
            ? new InlineArraySlot(fields[0].Slot, SizeOf(fields[0].Field.FieldType), length)
            : new StructSlot(fields);
    }
}
