namespace LearningKit.Cli.Setup;

/// <summary>The system as set-up sees it: which commands there are, and whether packages may be installed.</summary>
/// <param name="Path">Folders with commands, as in the environment variable PATH.</param>
/// <param name="IsRoot">True when the user may install packages without asking anybody.</param>
sealed record Host(string Path, bool IsRoot)
{
    /// <summary>This machine and user.</summary>
    public static Host Current { get; } = new(Environment.GetEnvironmentVariable("PATH") ?? "", Environment.IsPrivilegedProcess);

    /// <summary>The full path of a command; null when there is none of that name.</summary>
    public string? Find(string command)
    {
        var name = OperatingSystem.IsWindows() ? command + ".exe" : command;
        var script = OperatingSystem.IsWindows() ? command + ".cmd" : command;
        return Path.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { System.IO.Path.Combine(folder, name), System.IO.Path.Combine(folder, script) })
            .FirstOrDefault(File.Exists);
    }
}
