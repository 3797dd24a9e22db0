using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>Static fields of emitted code, which travel with the code that reaches them.</summary>
static class StaticFields
{
    /// <summary>True for a field that travels. Constants and read-only fields are made by the code itself; fields of one thread belong to it.</summary>
    public static bool Travels(FieldInfo field) =>
        field is { IsStatic: true, IsLiteral: false, IsInitOnly: false, DeclaringType.ContainsGenericParameters: false }
        && !field.IsDefined(typeof(ThreadStaticAttribute));

    /// <summary>Sets a field, after what initialises its type has run: or that would undo it.</summary>
    public static void Set(Type owner, string name, object? value)
    {
        var field = owner.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        if (field is null || !Travels(field)) throw new WireFormatException($"There is no static variable {name} in {TypeNames.Short(owner)} as this process has it.");
        if (value is null ? field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null : !field.FieldType.IsInstanceOfType(value))
            throw ParcelReader.Mismatch(value, field.FieldType);
        RuntimeHelpers.RunClassConstructor(owner.TypeHandle);
        field.SetValue(null, value);
    }
}
