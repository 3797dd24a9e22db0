using System.Reflection;

namespace LearningKit.Shipping;

/// <summary>
/// What code can get at: found by reading the IL of a method and of all that it calls, as far as that is code of users and not
/// of the framework or the kit.
/// </summary>
/// <param name="Fields">The fields, of instances and static ones, that it reads, writes or takes the address of.</param>
/// <param name="Assemblies">The assemblies that it needs and that a worker may lack.</param>
sealed record Reach(IReadOnlySet<FieldInfo> Fields, IReadOnlySet<Assembly> Assemblies)
{
    /// <summary>What a method can reach. Kept: asked twice, it answers at once.</summary>
    public static Reach Of(MethodBase method) => throw new NotImplementedException();

    /// <summary>What can be reached through an object whose type is known when it runs: its overrides and implementations.</summary>
    public static Reach OfInstance(Type type) => throw new NotImplementedException();
}
