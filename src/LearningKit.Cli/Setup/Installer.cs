using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Setup;

/// <summary>Installs what the kit can use and this machine lacks. What cannot be had is named and done without.</summary>
/// <param name="host">The system.</param>
/// <param name="terminal">Where to tell and ask.</param>
/// <param name="logFile">Where everything goes that apt-get writes.</param>
sealed class Installer(Host host, Terminal terminal, string logFile)
{
    /// <summary>The tools that set-up installs and that are not here.</summary>
    public IReadOnlyList<Tool> Missing { get; } = [.. ToolCatalog.All.AsParallel().AsOrdered().Where(tool => tool.IsInstalledBySetup && tool.Find(host) is null)];

    /// <summary>Tells what is missing, what it is for and how to get it.</summary>
    public void Tell()
    {
        if (Missing.Count == 0)
        {
            terminal.Out.WriteLine("Every program that the kit can use is here.");
            return;
        }
        terminal.Out.WriteLine("Not here, and optional:");
        foreach (var tool in Missing) terminal.Out.WriteLine($"  {tool.Name,-19} {tool.Purpose} ({Source(tool)})");
    }

    /// <summary>Installs what is missing: at once for root, after a question on a terminal.</summary>
    /// <returns>False when something could not be installed.</returns>
    public async Task<bool> InstallAsync(CancellationToken cancel)
    {
        if (Missing.Count == 0) return true;

        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        var log = new StreamWriter(logFile) { AutoFlush = true };
        await using var closing = log.ConfigureAwait(false);
        var apt = new AptPackages(host, log.WriteLine);
        if (!apt.IsHere) return Without("This system has no apt-get: get them from the addresses above if you want them.");
        if (!apt.CanInstall(terminal.CanAsk)) return Without($"To install them, let root run: {Command(Missing)}");
        if (terminal.CanAsk && !terminal.Confirm($"Install {Names(Missing)} with apt-get?")) return Without($"Left out. Later: {Command(Missing)}");

        terminal.Out.WriteLine("Reading the lists of packages (apt-get update)…");
        if (!await apt.UpdateAsync(cancel).ConfigureAwait(false)) terminal.Error.WriteLine($"apt-get update had trouble; going on with the lists that are here. See {logFile}.");

        var available = new List<Tool>();
        foreach (var tool in Missing)
            if (await apt.HoldsAsync(tool.Package, cancel).ConfigureAwait(false)) available.Add(tool);
            else terminal.Error.WriteLine($"{tool.Name}: the package lists of this system have no '{tool.Package}'. The kit works without it. See {tool.Address}.");

        return await InstallAsync(apt, available, cancel).ConfigureAwait(false) && available.Count == Missing.Count;
    }

    async Task<bool> InstallAsync(AptPackages apt, List<Tool> tools, CancellationToken cancel)
    {
        if (tools.Count == 0) return true;
        terminal.Out.WriteLine($"Installing {Names(tools)} (a few minutes)…");
        if (await apt.InstallAsync(tools.Select(tool => tool.Package), cancel).ConfigureAwait(false)) return true;

        // One that fails must not keep the others out.
        var all = true;
        foreach (var tool in tools)
        {
            if (await apt.InstallAsync([tool.Package], cancel).ConfigureAwait(false)) continue;
            terminal.Error.WriteLine($"{tool.Name} could not be installed. The kit works without it. See {logFile}.");
            all = false;
        }
        return all;
    }

    bool Without(string message)
    {
        terminal.Error.WriteLine(message);
        return false;
    }

    static string Source(Tool tool) => OperatingSystem.IsLinux() ? $"apt package {tool.Package}" : tool.Address;

    static string Names(IEnumerable<Tool> tools) => string.Join(", ", tools.Select(tool => tool.Package));

    static string Command(IEnumerable<Tool> tools) =>
        $"apt-get update && apt-get install --no-install-recommends {string.Join(' ', tools.Select(tool => tool.Package))}";
}
