using LearningKit.Data;

namespace LearningKit.Cli.Tests.Launcher;

/// <summary>A kit's folder with the real launcher, a source, and a 'dotnet' that only pretends: it lists SDKs, "builds" and "runs".</summary>
sealed class LauncherHouse : IDisposable
{
    readonly TemporaryFolder folder = new();

    public LauncherHouse(string sdks = "10.0.401 [/usr/share/dotnet/sdk]")
    {
        File.Copy(Path.Combine(KitPaths.Root, "kit"), Kit);
        File.Copy(Path.Combine(KitPaths.Root, "global.json"), folder.File("global.json"));
        folder.Write("Directory.Packages.props", "<Project />");
        folder.Write("src/LearningKit.Cli/Program.cs", "");
        folder.Write("sdks", sdks + "\n");
        folder.WriteScript("bin/dotnet", """
            here=$(dirname "$0")/..
            case $1 in
                --list-sdks) cat "$here/sdks" ;;
                publish)
                    echo "$*" >> "$here/builds"
                    if [ -e "$here/gate" ]; then read -r line < "$here/gate"; rm -f "$here/gate"; fi
                    if [ -e "$here/complaint" ]; then cat "$here/complaint"; exit 1; fi
                    case "$*" in *Precompile*) if [ -e "$here/no-crossgen" ]; then cat "$here/no-crossgen"; exit 1; fi ;; esac
                    while [ "$1" != -o ]; do shift; done
                    mkdir -p "$2"; echo built > "$2/kit.dll" ;;
                *) shift; echo "home=$LEARNINGKIT_HOME folder=$PWD args=$*"; exit "${FAKE_EXIT:-0}" ;;
            esac
            """);
    }

    public string Root => folder.Path;

    public string Kit => folder.File("kit");

    /// <summary>How often was built.</summary>
    public int Builds => File.Exists(folder.File("builds")) ? File.ReadAllLines(folder.File("builds")).Length : 0;

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>The path of something in this folder.</summary>
    public string At(string name) => folder.File(name);

    /// <summary>Starts the launcher with dash, the strictest of shells, where there is one.</summary>
    public System.Diagnostics.Process Start(params string[] args) => ChildRun.Start(Shell, [Kit, .. args], Environment());

    public Task<ChildRun> RunAsync(params string[] args) => ChildRun.OfAsync(Shell, [Kit, .. args], Environment());

    public Task<ChildRun> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] args) =>
        ChildRun.OfAsync(Shell, [Kit, .. args], Environment().Concat(environment).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value));

    public void Dispose() => folder.Dispose();

    static string Shell => File.Exists("/bin/dash") ? "/bin/dash" : "/bin/sh";

    Dictionary<string, string?> Environment() => new() { ["PATH"] = $"{folder.File("bin")}:/usr/bin:/bin", ["HOME"] = Root, ["LEARNINGKIT_HOME"] = null };
}
