namespace LearningKit.Cli.Setup;

/// <summary>The packages of Debian and its relatives.</summary>
/// <param name="host">Where apt-get is looked for.</param>
/// <param name="log">Told every line that apt-get writes.</param>
sealed class AptPackages(Host host, Action<string> log)
{
    static readonly Dictionary<string, string> quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive", ["LC_ALL"] = "C" };

    /// <summary>Whether this system has apt-get.</summary>
    public bool IsHere => host.Find("apt-get") is not null && host.Find("apt-cache") is not null;

    /// <summary>Whether packages can be installed: by root, or by somebody who has sudo and is asked for a password.</summary>
    public bool CanInstall(bool canAsk) => IsHere && (host.IsRoot || (canAsk && host.Find("sudo") is not null));

    /// <summary>Reads the lists of packages anew.</summary>
    public Task<bool> UpdateAsync(CancellationToken cancel) => AptGetAsync(["update"], cancel);

    /// <summary>Installs packages, all or none.</summary>
    /// <remarks>Once begun it is not cancelled: a killed installation leaves a half-installed system.</remarks>
    public Task<bool> InstallAsync(IEnumerable<string> packages, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return AptGetAsync(["install", "--yes", "--no-install-recommends", .. packages], CancellationToken.None);
    }

    /// <summary>Whether the lists hold a package. Ubuntu, for one, has no chromium.</summary>
    public async Task<bool> HoldsAsync(string package, CancellationToken cancel)
    {
        var candidate = false;
        await ChildProcess.RunAsync(host.Find("apt-cache")!, ["policy", package], Look, cancel, quiet).ConfigureAwait(false);
        return candidate;

        void Look(string line) => candidate |= line.TrimStart().StartsWith("Candidate:", StringComparison.Ordinal) && !line.Contains("(none)", StringComparison.Ordinal);
    }

    async Task<bool> AptGetAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        // Another apt may hold the lock, as after the start of a cloud machine.
        string[] command = [host.Find("apt-get")!, "-o", "DPkg::Lock::Timeout=120", .. arguments];
        if (!host.IsRoot) command = [host.Find("sudo")!, "--preserve-env=DEBIAN_FRONTEND,LC_ALL", .. command];
        return await ChildProcess.RunAsync(command[0], command[1..], log, cancel, quiet).ConfigureAwait(false) == 0;
    }
}
