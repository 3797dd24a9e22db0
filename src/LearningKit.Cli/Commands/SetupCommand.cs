using System.CommandLine;
using LearningKit.Charts;
using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit setup</c>: installs what the kit can use and this machine lacks.</summary>
sealed class SetupCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public SetupCommand(Terminal terminal, Host host) : base(
        "setup",
        "Install what the kit can use and this machine lacks: programs with apt-get, plotly.js and Mermaid with npm. Nothing of it is needed to run a lesson in C#.",
        ("kit setup", "say what is missing, ask, install"),
        ("kit setup --check", "only say what is missing"),
        ("sudo ./kit setup < /dev/null", "install without asking"))
    {
        var check = new Option<bool>("--check") { Description = "Only tell what is missing; install nothing." };
        Add(check);
        SetAction((parsed, cancel) => RunAsync(terminal, host, parsed.GetValue(check), cancel));
    }

    /// <summary>Sets up the machine. What cannot be had is told and is no failure.</summary>
    internal static async Task<int> RunAsync(Terminal terminal, Host host, bool onlyCheck, CancellationToken cancel)
    {
        var installer = new Installer(host, terminal, Path.Combine(KitPaths.Artifacts, "setup.log"));
        installer.Tell();
        if (!onlyCheck) await installer.InstallAsync(cancel).ConfigureAwait(false);
        if (onlyCheck) terminal.Out.WriteLine(WebAssets.Notice ?? "plotly.js and Mermaid are here: pages need no network.");
        else await InstallWebAssetsAsync(terminal, cancel).ConfigureAwait(false);
        return ExitCode.Success;
    }

    /// <summary>Fetches plotly.js and Mermaid where they are missing; says so when they cannot be had.</summary>
    internal static async Task InstallWebAssetsAsync(Terminal terminal, CancellationToken cancel)
    {
        if (WebAssets.Installed) return;
        if (!WebAssets.NpmExists)
        {
            terminal.Error.WriteLine(WebAssets.Notice);
            return;
        }
        terminal.Error.WriteLine("Fetching plotly.js and Mermaid with npm (once)…");
        try
        {
            await WebAssets.InstallAsync(cancel: cancel).ConfigureAwait(false);
        }
        catch (WebAssetsException exception)
        {
            terminal.Error.WriteLine(exception.Message);
        }
    }
}
