using System.Diagnostics;
using System.Runtime.CompilerServices;
using LearningKit.ChildProcesses;

namespace LearningKit.Notebooks.Tests.Python;

/// <summary>The Python of the tests: where the first one on PATH lacks numpy and matplotlib, Debian's packages may have them.</summary>
static class TestPython
{
    static readonly Lazy<bool> hasNumpy = new(() => Imports("numpy"));
    static readonly Lazy<bool> hasMatplotlib = new(() => Imports("matplotlib"));

    /// <summary>Before any test asks which Python there is.</summary>
    [ModuleInitializer]
    internal static void Choose()
    {
        const string debian = "/usr/bin/python3";
        if (Environment.GetEnvironmentVariable(PythonInstallation.Variable) is null && File.Exists(debian)
            && Directory.Exists("/usr/lib/python3/dist-packages/numpy"))
            Environment.SetEnvironmentVariable(PythonInstallation.Variable, debian);
    }

    public static void Need() => Skip.If(PythonInstallation.Path is null, PythonInstallation.Missing);

    public static void NeedNumpy()
    {
        Need();
        Skip.IfNot(hasNumpy.Value, "No Python here has numpy: sudo apt install python3-numpy");
    }

    public static void NeedMatplotlib()
    {
        Need();
        Skip.IfNot(hasMatplotlib.Value, "No Python here has matplotlib: sudo apt install python3-matplotlib");
    }

    static bool Imports(string module)
    {
        using var process = Process.Start(new ProcessStartInfo(PythonInstallation.Path!, ["-c", $"import {module}"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
