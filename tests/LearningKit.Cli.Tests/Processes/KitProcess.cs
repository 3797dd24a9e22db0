using System.Diagnostics;
using System.Text.Json;

namespace LearningKit.Cli.Tests.Processes;

/// <summary>Kit as a process of its own, with a home and Jupyter data that go with the test and no npm, so that nothing is fetched.</summary>
sealed class KitProcess : IDisposable
{
    readonly TemporaryFolder home = new();

    public KitProcess() => Directory.CreateDirectory(home.File("notebooks"));

    public string Path(string name) => home.File(name);

    /// <summary>Writes a notebook with one cell of code for each source.</summary>
    public string WriteNotebook(string name, params string[] sources)
    {
        var cells = sources.Select((source, number) =>
            $$$"""{"cell_type":"code","execution_count":null,"id":"c{{{number}}}","metadata":{},"outputs":[],"source":{{{JsonSerializer.Serialize(source)}}} }""");
        return home.Write(
            name,
            $$$"""{"cells":[{{{string.Join(',', cells)}}}],"metadata":{"kernelspec":{"display_name":"C#","language":"C#","name":".net-csharp"}},"nbformat":4,"nbformat_minor":5}""");
    }

    public string Write(string name, string text) => home.Write(name, text);

    /// <summary>Writes a program for sh; in "bin" kit finds it as a command.</summary>
    public string WriteProgram(string name, string text) => home.WriteScript(name, text);

    /// <summary>Starts kit so that it can be interrupted, even where the tests run in the background and ignore Ctrl-C: ignoring is inherited.</summary>
    public Process StartWithSignals(params string[] arguments) =>
        ChildRun.Start("/usr/bin/env", ["--default-signal=INT", Environment.ProcessPath!, Kit, .. arguments], Surroundings());

    /// <summary>Whether <see cref="StartWithSignals"/> works here.</summary>
    public static async Task<bool> CanRestoreSignalsAsync() =>
        File.Exists("/usr/bin/env") && (await ChildRun.OfAsync("/usr/bin/env", ["--default-signal=INT", "true"])).ExitCode == 0;

    public Task<ChildRun> RunAsync(params string[] arguments) => ChildRun.OfAsync(Environment.ProcessPath!, [Kit, .. arguments], Surroundings());

    public void Dispose() => home.Dispose();

    static string Kit => typeof(KitApplication).Assembly.Location;

    Dictionary<string, string?> Surroundings() => new() { ["LEARNINGKIT_HOME"] = home.Path, ["PATH"] = home.File("bin"), ["JUPYTER_DATA_DIR"] = home.File("jupyter"), ["JUPYTER_PATH"] = null };
}
