using System.Text.Json;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Setup;
using Xunit;

namespace LearningKit.Cli.Tests.Kernels;

public class JupyterPathsTests
{
    [Theory]
    [InlineData(PlatformID.Unix, "", "home/.local/share/jupyter")]
    [InlineData(PlatformID.Unix, "XDG_DATA_HOME=xdg", "xdg/jupyter")]
    [InlineData(PlatformID.MacOSX, "XDG_DATA_HOME=xdg", "home/Library/Jupyter")]
    [InlineData(PlatformID.Win32NT, "APPDATA=roaming", "roaming/jupyter")]
    [InlineData(PlatformID.Win32NT, "", "home/.jupyter/data")]
    [InlineData(PlatformID.Unix, "JUPYTER_DATA_DIR=mine XDG_DATA_HOME=xdg", "mine")]
    [InlineData(PlatformID.MacOSX, "JUPYTER_DATA_DIR=mine", "mine")]
    [InlineData(PlatformID.Win32NT, "JUPYTER_DATA_DIR=mine APPDATA=roaming", "mine")]
    public void UserData_OfASystem_IsWhereItsJupyterLooks(PlatformID system, string variables, string expected) =>
        Assert.Equal(expected, Paths(system, Parse(variables)).UserData.Replace('\\', '/'));

    [Fact]
    public void Data_WithAnEnvironmentAndAPath_IsInTheOrderOfTheSearch()
    {
        var variables = new Dictionary<string, string> { ["JUPYTER_PATH"] = $"one{Path.PathSeparator}two", ["VIRTUAL_ENV"] = "venv" };
        Assert.Equal(
            ["one", "two", "home/.local/share/jupyter", "venv/share/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"],
            Paths(PlatformID.Unix, variables).Data.Select(path => path.Replace('\\', '/')));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("JUPYTER_DATA_DIR=/tmp/some where")]
    [InlineData("XDG_DATA_HOME=/tmp/xdg")]
    [InlineData("JUPYTER_PATH=/tmp/one:/tmp/two")]
    public async Task Data_OfThisMachine_IsWhatJupyterItselfSays(string setting)
    {
        Skip.If(OperatingSystem.IsWindows(), "The variables of this test are those of POSIX systems.");
        var python = Host.Current.FindPythonWith("jupyter_core");
        Skip.If(python is null, "No Python here has jupyter_core, so there is nothing to compare with.");
        string[] names = ["JUPYTER_DATA_DIR", "XDG_DATA_HOME", "JUPYTER_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "APPDATA"];
        var environment = names.ToDictionary(name => name, _ => (string?)null);
        if (setting.Split('=', 2) is [var set, var value]) environment[set] = value;

        var asked = await ChildRun.OfAsync(python, ["-c", "import json, jupyter_core.paths as p; print(json.dumps([p.jupyter_data_dir(), p.jupyter_path()]))"], environment);

        using var answer = JsonDocument.Parse(asked.Out);
        var paths = new JupyterPaths(name => environment.GetValueOrDefault(name), OperatingSystem.IsMacOS() ? PlatformID.MacOSX : PlatformID.Unix, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        Assert.Equal(answer.RootElement[0].GetString(), paths.UserData);
        var theirs = answer.RootElement[1].EnumerateArray().Select(path => path.GetString()!).ToList();
        Assert.Equal(theirs.Where(paths.Data.Contains), paths.Data);
    }

    static JupyterPaths Paths(PlatformID system, Dictionary<string, string> variables) => new(variables.GetValueOrDefault, system, "home");

    static Dictionary<string, string> Parse(string variables) =>
        variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
