using System.Collections.Concurrent;
using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>Finds the shape of a type.</summary>
static class Shapes
{
    static readonly ConcurrentDictionary<Type, Shape> shapes = new();
    static readonly ConcurrentDictionary<string, Shape> named = new();
    static readonly Shape?[] builtIn = new Shape?[WireFormat.BuiltInTypes.Length];

    /// <summary>The shape of objects of a type.</summary>
    public static Shape Of(Type type) => shapes.TryGetValue(type, out var shape) ? shape : shapes.GetOrAdd(type, Make(type));

    /// <summary>The shape of a built-in type.</summary>
    public static Shape BuiltIn(int index) => builtIn[index] ??= Of(WireFormat.BuiltInTypes[index]);

    /// <summary>The shape of the type of a name.</summary>
    /// <exception cref="WireFormatException">There is no such type here.</exception>
    public static Shape Named(string name) => named.GetOrAdd(name, Find);

    /// <summary>The shape of the type of a name; null if there is none here.</summary>
    public static Shape? TryFind(string name)
    {
        try
        {
            return Named(name);
        }
        catch (WireFormatException)
        {
            return null;
        }
    }

    static Shape Find(string name)
    {
        try
        {
            if (Depth(name) <= WireFormat.TypeDepthLimit && Type.GetType(name, assembly => CodeStore.FindAssembly(assembly.FullName), null, throwOnError: true) is { } type)
                return Of(type);
        }
        catch (Exception e) when (e is TypeLoadException or ArgumentException or FileNotFoundException or FileLoadException or BadImageFormatException or NotSupportedException or InvalidOperationException)
        {
            throw new WireFormatException($"There is no type '{name}' in this process: {e.Message}", e);
        }
        throw new WireFormatException($"There is no type '{name}' in this process.");
    }

    static int Depth(string name)
    {
        var (depth, deepest) = (0, 0);
        foreach (var c in name) deepest = Math.Max(deepest, depth += c switch { '[' => 1, ']' => -1, _ => 0 });
        return Math.Max(deepest, name.Count(c => c is '*' or '&') + (name.Length - name.Replace("[]", "", StringComparison.Ordinal).Length) / 2);
    }

    static Shape Make(Type type)
    {
        if (type == typeof(string)) return new TextShape();
        if (type == typeof(object)) return new PlainObjectShape();
        if (typeof(Type).IsAssignableFrom(type)) return new TypeShape(type);
        if (typeof(MethodInfo).IsAssignableFrom(type)) return new MethodShape(type);
        if (typeof(Exception).IsAssignableFrom(type) && !type.ContainsGenericParameters && !type.IsAbstract) return new ExceptionShape(type);
        if (type.IsAbstract || type.IsPointer || type.IsByRef || type.IsByRefLike || type.ContainsGenericParameters || type == typeof(void))
            return new RefusedShape(type, "there are no objects of it.");
        if (type.IsArray) return new ArrayShape(type);
        if (typeof(Delegate).IsAssignableFrom(type)) return new DelegateShape(type);
        if (ReopenedShape.Of(type) is { } reopened) return reopened;
        if (TextFormShape.Of(type) is { } written) return written;
        if (Refusals.Of(type) is { } reason) return new RefusedShape(type, reason);
        if (type.IsValueType) return Slots.Of(type) is RefusedSlot refused ? new RefusedShape(type, refused.Reason) : new BoxShape(type);
        if (CompilerMade.HoldsVariables(type)) return new VariablesShape(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return new ListShape(type);
        if (CollectionShapes.Of(type) is { } collection) return collection;
        if (Framework.Has(type)) return Framework.IsPlainClass(type) ? new FieldsShape(type) : new JsonShape(type);
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (Framework.Has(ancestor) && !Framework.IsPlainClass(ancestor) && FieldSlot.DeclaredBy(ancestor).Length > 0)
                return new RefusedShape(type, Refusals.UnknownBase(type, ancestor));
        return new FieldsShape(type);
    }
}
