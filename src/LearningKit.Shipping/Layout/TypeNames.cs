using System.Text;

namespace LearningKit.Shipping;

/// <summary>Types as C# writes them, for messages.</summary>
static class TypeNames
{
    static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(char)] = "char",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name without namespaces: <c>Dictionary&lt;string, int[]&gt;</c>.</summary>
    public static string Short(Type type)
    {
        if (keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var name = type.IsNested && !type.IsGenericParameter && !CompilerMade.IsSubmission(type.DeclaringType!) ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        if (!type.IsGenericType) return name;
        var text = new StringBuilder(name.Split('`')[0]).Append('<');
        return text.AppendJoin(", ", type.GetGenericArguments().Select(Short)).Append('>').ToString();
    }
}
