using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// Static fields of emitted code. They travel with the code that reaches them, and are set where they arrive if they have changed
/// at home since: so what a worker has made of its own stays, until somebody wants something else.
/// </summary>
static class StaticFields
{
    static readonly ConcurrentDictionary<FieldInfo, byte[]> lastDigests = new();

    /// <summary>True for a field that travels. Constants are in the code; fields of generic types and of one thread begin anew.</summary>
    public static bool Travels(FieldInfo field) =>
        field is { IsStatic: true, IsLiteral: false, DeclaringType.ContainsGenericParameters: false }
        && !field.IsDefined(typeof(ThreadStaticAttribute));

    /// <summary>True if the cell that declares a field was run in this process, whose value therefore counts.</summary>
    public static bool IsAtHome(FieldInfo field) => !EmittedCode.IsReceived(field.Module.Assembly);

    /// <summary>
    /// Sets a field, after what initialises its type has run: or that would undo it. A field that is at home here keeps its value, and so
    /// does one whose value has not changed at home since it last came.
    /// </summary>
    /// <param name="owner">The type that declares it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="digest">Stands for the value at home; empty if the sender is not its home: then it counts only if none came before.</param>
    /// <param name="value">The value.</param>
    public static void Receive(Type owner, string name, ReadOnlySpan<byte> digest, object? value)
    {
        var field = owner.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        if (field is null || !Travels(field)) throw new WireFormatException($"There is no static variable {name} in {TypeNames.Short(owner)} as this process has it.");
        if (value is null ? field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null : !field.FieldType.IsInstanceOfType(value))
            throw ParcelReader.Mismatch(value, field.FieldType);
        if (IsAtHome(field)) return;
        if (lastDigests.TryGetValue(field, out var last) && (digest.IsEmpty || digest.SequenceEqual(last))) return;
        RuntimeHelpers.RunClassConstructor(owner.TypeHandle);
        field.SetValue(null, value);
        lastDigests[field] = digest.ToArray();
    }
}
