using LearningKit.Cli.Setup;
using LearningKit.Cli.Terminals;
using Xunit;

namespace LearningKit.Cli.Tests.Setup;

public sealed class InstallerTests : IDisposable
{
    // What the machine of these tests lacks and its package lists have.
    const string Wanted = "jupyter-notebook python3 python3-numpy python3-matplotlib python3-nbclient python3-jupyter-kernel-test chromium-driver openmpi-bin mpich";

    readonly TemporaryFolder folder = new();
    readonly StringWriter output = new();
    readonly StringWriter error = new();

    public InstallerTests()
    {
        Skip.If(OperatingSystem.IsWindows(), "apt-get is a program of Debian and its relatives.");
        folder.WriteScript("bin/apt-get", """
            shift 2
            echo "$*" >> "$(dirname "$0")/../calls"
            if [ -e "$(dirname "$0")/../fail" ] && [ $# -gt 4 ]; then exit 100; fi
            """);
        folder.WriteScript("bin/apt-cache", """
            if [ "$2" = chromium ]; then echo "  Candidate: (none)"; else echo "  Candidate: 1.0"; fi
            """);
        folder.WriteScript("bin/npm", "");
    }

    [SkippableFact]
    public async Task Install_ByRootWithoutATerminal_UpdatesThenInstallsWhatIsMissing()
    {
        var all = await Installer(isRoot: true).InstallAsync(CancellationToken.None);

        Assert.Equal(["update", $"install --yes --no-install-recommends {Wanted}"], Calls);
        Assert.False(all);
        Assert.Contains("chromium: the package lists of this system have no 'chromium'. The kit works without it.", error.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Install_WhenThePackagesTogetherFail_TriesEach()
    {
        folder.Write("fail", "");

        await Installer(isRoot: true).InstallAsync(CancellationToken.None);

        Assert.Equal(
            ["update", $"install --yes --no-install-recommends {Wanted}", .. Wanted.Split(' ').Select(package => $"install --yes --no-install-recommends {package}")],
            Calls);
    }

    [SkippableFact]
    public async Task Install_ByAUserWithoutATerminal_TellsWhatRootWouldType()
    {
        var all = await Installer(isRoot: false).InstallAsync(CancellationToken.None);

        Assert.False(all);
        Assert.Empty(Calls);
        Assert.Contains("let root run: apt-get update && apt-get install --no-install-recommends jupyter-notebook python3 python3-numpy", error.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("y", true)]
    [InlineData("", true)]
    [InlineData("n", false)]
    public async Task Install_OnATerminal_AsksFirst(string answer, bool installs)
    {
        await Installer(isRoot: true, new StringReader(answer + "\n")).InstallAsync(CancellationToken.None);

        Assert.Contains("python3-jupyter-kernel-test, chromium, chromium-driver, openmpi-bin, mpich with apt-get? [Y/n]", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(installs, Calls.Length > 0);
    }

    [SkippableFact]
    public async Task Install_WithoutApt_SaysSo()
    {
        File.Delete(folder.File("bin/apt-get"));
        Assert.False(await Installer(isRoot: true).InstallAsync(CancellationToken.None));
        Assert.Contains("no apt-get", error.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Install_WhenAllIsHere_DoesNothing()
    {
        foreach (var command in (string[])["jupyter-notebook", "python3", "chromium", "chromedriver", "mpirun.openmpi", "mpirun.mpich"]) folder.WriteScript($"bin/{command}", "");   // this python3 finds every module
        var installer = Installer(isRoot: true);

        Assert.True(await installer.InstallAsync(CancellationToken.None));

        installer.Tell();
        Assert.Empty(Calls);
        Assert.Contains("Every program that the kit can use is here.", output.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Tell_OfWhatIsMissing_SaysWhatItIsFor()
    {
        Installer(isRoot: true).Tell();
        Assert.Contains("python3             runs Python cells", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("gcc", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    string[] Calls => File.Exists(folder.File("calls")) ? File.ReadAllLines(folder.File("calls")) : [];

    Installer Installer(bool isRoot, TextReader? answers = null) =>
        new(new Host(folder.File("bin"), isRoot), new Terminal(output, error, answers), folder.File("artifacts/setup.log"));
}
