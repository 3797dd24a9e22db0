namespace LearningKit.Cli.Setup;

/// <summary>The system as set-up sees it: which commands there are, and whether packages may be installed.</summary>
/// <param name="Path">Folders with commands, as in the environment variable PATH.</param>
/// <param name="IsRoot">True when the user may install packages without asking anybody.</param>
sealed record Host(string Path, bool IsRoot)
{
    /// <summary>This machine and user.</summary>
    public static Host Current { get; } = new(Environment.GetEnvironmentVariable("PATH") ?? "", Environment.IsPrivilegedProcess);

    /// <summary>The full path of a command; null when there is none of that name.</summary>
    public string? Find(string command) => FindAll(command).FirstOrDefault();

    /// <summary>The full paths of all commands of a name, in the order of PATH.</summary>
    public IEnumerable<string> FindAll(string command)
    {
        var name = OperatingSystem.IsWindows() ? command + ".exe" : command;
        var script = OperatingSystem.IsWindows() ? command + ".cmd" : command;
        return Path.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { System.IO.Path.Combine(folder, name), System.IO.Path.Combine(folder, script) }.Distinct())
            .Where(File.Exists);
    }

    /// <summary>The first Python that has a module: a system often has several Pythons, and each its own modules. Null if none has it.</summary>
    public string? FindPythonWith(string module) =>
        FindAll("python3").Concat(FindAll("python")).FirstOrDefault(python => ChildProcess.Succeeds(python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)", module]));
}
