using System.Runtime.InteropServices;

namespace LearningKit.Processes;

/// <summary>The program that starts workers: the <c>dotnet</c> that belongs to the runtime of this process.</summary>
static class DotnetHost
{
    /// <summary>Where it is. If the runtime came without one, whatever PATH has.</summary>
    public static string Path { get; } = Find();

    static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

        // <root>/shared/Microsoft.NETCore.App/10.0.0/
        var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
