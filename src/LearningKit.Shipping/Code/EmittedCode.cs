using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>
/// Assemblies that exist in memory alone, such as the cells of a notebook. Whoever emits one and loads it says so here, or
/// nothing of it can travel.
/// </summary>
public static class EmittedCode
{
    /// <summary>Tells of an assembly.</summary>
    /// <param name="assembly">The assembly as it was loaded.</param>
    /// <param name="image">The bytes that it was loaded from.</param>
    /// <param name="source">How people call the place that its code was written at, for example <c>Cell[3]</c>.</param>
    public static void Register(Assembly assembly, ReadOnlyMemory<byte> image, string source) => throw new NotImplementedException();
}
