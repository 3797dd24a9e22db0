using System.Reflection;
using System.Runtime.CompilerServices;

namespace LearningKit.Shipping;

/// <summary>
/// Types and fields that nobody wrote: where the C# compiler keeps the variables of cells and of lambdas; and what to call fields before
/// people.
/// </summary>
/// <remarks>
/// Field names of these types do not identify a field: a cell that uses two earlier cells has two fields <c>&lt;Script&gt;</c>. Metadata
/// tokens do, since sender and receiver have the same image.
/// </remarks>
static class CompilerMade
{
    const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// True if objects of the type hold variables of code: a cell's, what lambdas captured, or where an iterator or an async method
    /// has come to. Of these only what is reached travels; other objects travel whole.
    /// </summary>
    public static bool HoldsVariables(Type type) => IsSubmission(type) || IsClosure(type) || IsStateMachine(type);

    /// <summary>True for the type whose fields are the top-level variables of a cell.</summary>
    public static bool IsSubmission(Type type) =>
        !type.IsNested && EmittedCode.Contains(type.Assembly) && type.GetMethod("<Factory>", AnyStatic) is not null;

    /// <summary>True for the type whose fields are the variables that lambdas captured.</summary>
    public static bool IsClosure(Type type) => type.IsNested && type.Name.StartsWith("<>c", StringComparison.Ordinal);

    /// <summary>True for a static field in which the compiler keeps what it need not make twice.</summary>
    public static bool IsCache(FieldInfo field) =>
        field.IsStatic && field.DeclaringType!.Name[0] == '<' && field.DeclaringType.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>
    /// What people call a field, for example <c>variable 'log' of Cell[3]</c>, <c>property 'Name' of Person</c>; null for one that only links
    /// what the compiler made, such as a lambda's variables to those of its cell.
    /// </summary>
    public static string? NameOf(FieldInfo field)
    {
        var type = field.DeclaringType!;
        if (IsSubmission(type)) return IsLink(field) ? null : $"variable '{field.Name}' of {EmittedCode.SourceOf(type.Assembly)}";
        if (IsClosure(type) || IsStateMachine(type))
        {
            if (IsLink(field)) return null;
            if (field.Name == "<>4__this") return "'this', the object that the lambda or method belongs to,";
            var place = EmittedCode.SourceOf(type.Assembly) is { } cell ? $" in {cell}" : "";
            return IsClosure(type) ? $"variable '{Written(field.Name)}' captured by the lambda{place}" : $"variable '{Written(field.Name)}' of {Written(type.Name)}{place}";
        }
        var kind = field.Name.EndsWith("k__BackingField", StringComparison.Ordinal) ? "property"
            : field.Name.EndsWith(">P", StringComparison.Ordinal) ? "parameter"
            : "field";
        return $"{(field.IsStatic ? "static " : "")}{kind} '{Written(field.Name)}' of {Written(type.Name)}";
    }

    static bool IsStateMachine(Type type) => type.IsNested && type.Name[0] == '<' && type.Name.Contains(">d", StringComparison.Ordinal);

    /// <summary>True for a field that leads from one holder of variables to another, and for what an iterator or async method notes for itself.</summary>
    static bool IsLink(FieldInfo field) =>
        field.Name == "<>4__this" ? HoldsVariables(field.FieldType)
        : field.Name.StartsWith("CS$<>", StringComparison.Ordinal)
            || (field.Name[0] == '<' && !IsVariable(field.Name));

    /// <summary>Hoisted local variables are called <c>&lt;name&gt;5__1</c>, arguments of an iterator that runs for the first time <c>&lt;&gt;3__name</c>.</summary>
    static bool IsVariable(string field) => field.Contains(">5__", StringComparison.Ordinal) || field.StartsWith("<>3__", StringComparison.Ordinal);

    /// <summary>The name in the source behind one that the compiler made of it: <c>name</c> of <c>&lt;name&gt;5__1</c>.</summary>
    static string Written(string name)
    {
        if (name.StartsWith("<>3__", StringComparison.Ordinal)) return name[5..];
        var generic = name.IndexOf('`');
        if (generic >= 0) name = name[..generic];
        return name[0] == '<' && name.IndexOf('>') is > 1 and var end ? name[1..end] : name;
    }
}
