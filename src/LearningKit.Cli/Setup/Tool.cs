namespace LearningKit.Cli.Setup;

/// <summary>A program, or a module of Python, that is not part of the kit and that it can use.</summary>
/// <param name="Name">The command, or the module.</param>
/// <param name="Purpose">What the kit does with it.</param>
/// <param name="Package">The package that holds it, on Debian and its relatives.</param>
/// <param name="Address">Where to get it elsewhere.</param>
/// <param name="IsInstalledBySetup">Whether 'kit setup' installs it; what few people need is only told by 'kit doctor'.</param>
sealed record Tool(string Name, string Purpose, string Package, string Address, bool IsInstalledBySetup = true)
{
    /// <summary>How it is found; usually as a command.</summary>
    public Func<Host, string?>? Search { get; init; }

    /// <summary>Where it is: its own path, or that of the Python that has it; null if it is not here.</summary>
    public string? Find(Host host) => Search is null ? host.Find(Name) : Search(host);

    /// <summary>A module of Python.</summary>
    public static Tool Module(string name, string purpose, string package, string address) =>
        new(name, purpose, package, address) { Search = host => host.FindPythonWith(name) };
}
