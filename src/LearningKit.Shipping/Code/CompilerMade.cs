using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>Types that nobody wrote: where the C# compiler keeps the variables of cells and of lambdas.</summary>
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

    /// <summary>
    /// True for a static field in which the compiler keeps what it need not make twice. In cells such types have no attribute that says so.
    /// </summary>
    public static bool IsCache(FieldInfo field) => field.IsStatic && field.DeclaringType!.Name is var owner
        && (owner.StartsWith("<>", StringComparison.Ordinal) || owner.StartsWith("<PrivateImpl", StringComparison.Ordinal));

    static bool IsStateMachine(Type type) => type.IsNested && type.Name[0] == '<' && type.Name.Contains(">d", StringComparison.Ordinal);
}
