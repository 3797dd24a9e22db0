using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace LearningKit.Shipping;

/// <summary>Methods as values, and in delegates: by their type, number, name and type arguments.</summary>
sealed class MethodShape(Type type) : Shape(type)
{
    const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    static readonly ConcurrentDictionary<Key, MethodInfo> known = new();

    public override bool IsAlwaysShared => false;

    public override void WriteHead(ParcelWriter writer, object item) => Write(writer, (MethodInfo)item);

    public override object ReadHead(ParcelReader reader) => Read(reader);

    /// <summary>Writes a method, and notes what it can reach.</summary>
    public static void Write(ParcelWriter writer, MethodInfo method)
    {
        if (method is DynamicMethod || method.DeclaringType is not { } owner) throw new RefusedException(Refusals.MadeCode);
        if (method.IsGenericMethodDefinition || owner.ContainsGenericParameters) throw new RefusedException("it is a generic method whose type arguments are open.");
        writer.Reached.Add(method);
        writer.Type(Shapes.Of(owner));
        writer.Int32(method.MetadataToken);
        writer.Text(method.Name);
        var arguments = method.GetGenericArguments();
        writer.Length(arguments.Length);
        foreach (var argument in arguments) writer.Type(Shapes.Of(argument));
    }

    /// <summary>Finds a method again.</summary>
    public static MethodInfo Read(ParcelReader reader)
    {
        var owner = reader.Type().Type;
        var (token, name) = (reader.Int32(), reader.Text());
        var key = new Key(owner, token, name);
        if (!known.TryGetValue(key, out var method)) known[key] = method = Find(owner, token, name);
        var arguments = new Type[reader.Count()];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = reader.Type().Type;
        if (arguments.Length != method.GetGenericArguments().Length) throw ParcelReader.Damaged($"{name} has another number of type arguments");
        if (arguments.Length == 0) return method;
        try
        {
            return method.MakeGenericMethod(arguments);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or TypeLoadException)
        {
            throw ParcelReader.Damaged($"{name} does not take these type arguments", e);
        }
    }

    static MethodInfo Find(Type owner, int token, string name)
    {
        foreach (var method in owner.GetMethods(Declared))
            if (method.MetadataToken == token && method.Name == name) return method;
        throw new WireFormatException($"There is no method {name} in {TypeNames.Short(owner)} as this process has it: its assembly is of another version.");
    }

    /// <summary>A type of our own, for which the precompiled image holds the dictionary's code; a tuple would be left to the JIT of each worker.</summary>
    readonly record struct Key(Type Owner, int Token, string Name);
}
