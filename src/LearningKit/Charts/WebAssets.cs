using System.ComponentModel;
using System.Diagnostics;
using LearningKit.Data;

namespace LearningKit.Charts;

/// <summary>Installs plotly.js and Mermaid from their npm packages into artifacts/web, at the versions and hashes of the lock file.</summary>
public static class WebAssets
{
    /// <summary>True when every library is on this machine: pages then need no network.</summary>
    public static bool Installed => WebLibrary.All.All(library => library.IsInstalled);

    /// <summary>What to tell the user, once, about libraries that are not on this machine; null when all are.</summary>
    public static string? Notice => Installed
        ? null
        : $"{NumberText.List(WebLibrary.All.Where(library => !library.IsInstalled).Select(library => library.Name))} not installed: "
          + "pages will load them from their public addresses and need a network. './kit setup' installs them (needs npm).";

    /// <summary>True when npm can be started.</summary>
    public static bool NpmExists => Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, NpmFile))) ?? false;

    static string NpmFile => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Installs the libraries with <c>npm ci</c>, which checks each package against the lock file's hash.</summary>
    /// <param name="onLine">Told each line that npm prints; may be called from any thread.</param>
    /// <param name="cancel">Stops npm.</param>
    /// <exception cref="WebAssetsException">npm is missing or failed; pages still work with a network.</exception>
    public static async Task InstallAsync(Action<string>? onLine = null, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(KitPaths.Web);
        foreach (var file in (string[])["package.json", "package-lock.json"]) await CopyManifestAsync(file, cancel).ConfigureAwait(false);

        using var npm = new Process { StartInfo = NpmCommand() };
        npm.OutputDataReceived += (_, line) => Tell(line.Data);
        npm.ErrorDataReceived += (_, line) => Tell(line.Data);
        try
        {
            npm.Start();
        }
        catch (Win32Exception e)
        {
            throw new WebAssetsException("npm was not found. Install Node.js, which brings npm, and run './kit setup' again; until then pages load plotly.js and Mermaid from the network.", e);
        }
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        try
        {
            await npm.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
        if (npm.ExitCode != 0 || !Installed)
            throw new WebAssetsException($"npm could not install the packages of {KitPaths.Web} (exit code {npm.ExitCode}). What it printed says why; without a network this is expected. Run './kit setup' again later.");

        void Tell(string? line)
        {
            if (line is not null) onLine?.Invoke(line);
        }
    }

    static ProcessStartInfo NpmCommand() => new(NpmFile, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--engine-strict=false", "--loglevel=error"])
    {
        WorkingDirectory = KitPaths.Web,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    static async Task CopyManifestAsync(string file, CancellationToken cancel)
    {
        using var source = WebResource.Open(file);
        using var target = File.Create(Path.Combine(KitPaths.Web, file));
        await source.CopyToAsync(target, cancel).ConfigureAwait(false);
    }
}
