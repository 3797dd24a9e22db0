using System.Diagnostics;
using System.Reflection;

namespace LearningKit.Measuring;

/// <summary>Tells optimised code from code that was compiled for the debugger.</summary>
public static class BuildMode
{
    /// <summary>True when the compiler allowed the runtime to optimise the assembly: it was built in Release.</summary>
    public static bool IsOptimised(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
    }

    /// <summary>"Release" or "Debug": how the kit itself was built.</summary>
    public static string OfTheKit => IsOptimised(typeof(BuildMode).Assembly) ? "Release" : "Debug";

    /// <summary>Refuses to go on when the kit or one of the assemblies was compiled without optimisation.</summary>
    /// <exception cref="DebugBuildException">Names the assembly and says how to compile it.</exception>
    internal static void Refuse(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies.Prepend(typeof(BuildMode).Assembly).Distinct())
            if (!IsOptimised(assembly))
                throw new DebugBuildException(
                    $"'{assembly.GetName().Name}' was compiled in Debug, so its times would say nothing: such code is often "
                    + "4 to 9 times slower. Build it with 'dotnet build -c Release'; in a notebook use the kit's kernel, which "
                    + "optimises cells, or put the code into a '#!library' cell.");
    }
}
