using System.Diagnostics;
using System.Text;
using LearningKit.Cli.Kernels;
using LearningKit.Cli.Setup;
using LearningKit.Data;
using LearningKit.Exercises;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>
/// The kernel of the built kit, installed into folders that go with the tests, and the environment in which a front end
/// finds it and nothing of the user's. The folders' names have spaces and letters beyond ASCII, as users' names do.
/// </summary>
public sealed class KernelInstallation : IAsyncLifetime, IDisposable
{
    // Nothing here takes long: this only keeps a broken kernel from holding up all tests.
    static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder folder = new();

    /// <summary>The environment of a front end.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["JUPYTER_DATA_DIR"] = At("jupyter dätä"),
        ["JUPYTER_RUNTIME_DIR"] = At("jupyter dätä/runtime"),
        ["JUPYTER_CONFIG_DIR"] = At("config"),
        ["JUPYTER_PATH"] = null,
        ["IPYTHONDIR"] = At("ipython"),
        ["TMPDIR"] = Directory.CreateDirectory(At("tmp")).FullName,
        [KitPaths.HomeVariable] = KitPaths.Root,
        [ProgressFile.PathVariable] = At("progress.json"),
    };

    /// <summary>The kit's program.</summary>
    public static string Kit => typeof(KitApplication).Assembly.Location;

    /// <summary>The path of something in the tests' folder.</summary>
    public string At(string name) => folder.File(name);

    /// <summary>The path of a file beside these tests.</summary>
    public static string Source(string name) => Path.Combine(KitPaths.Root, "tests", "LearningKit.Cli.Tests", "FrontEnds", name);

    /// <summary>The Python that has a module; the test is skipped if none has it.</summary>
    public static string PythonWith(string module)
    {
        var python = Host.Current.FindPythonWith(module);
        var package = ToolCatalog.All.FirstOrDefault(tool => tool.Name == module)?.Package ?? "jupyter-notebook";
        Skip.If(python is null, $"No Python here has {module}, so nobody asked it about the kernel. On Debian: apt-get install {package}.");
        return python;
    }

    public async Task InitializeAsync()
    {
        var installed = await ChildRun.OfAsync(System.Environment.ProcessPath!, [Kit, "kernel", "install"], Environment);
        Assert.True(installed.ExitCode == 0, installed.Error);
        Assert.True(File.Exists(At($"jupyter dätä/kernels/{KernelSpec.UsualName}/kernel.json")));
    }

    /// <summary>Runs a program in the environment of a front end.</summary>
    internal Task<ChildRun> RunAsync(string program, params string[] arguments) => ChildRun.OfAsync(program, arguments, Environment);

    /// <summary>Waits until no process is left that was started in this environment.</summary>
    public async Task AllProcessesEndAsync()
    {
        var start = Stopwatch.GetTimestamp();
        while (Processes() is { Count: > 0 } left)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < patience, $"Still running: {string.Join("; ", left.Select(CommandLine))}");
            await Task.Delay(50);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var process in Processes())
        {
            try
            {
                Process.GetProcessById(process).Kill();
            }
            catch (ArgumentException) { } // It has ended.
        }
        await AllProcessesEndAsync();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The processes that have this environment: children inherit it. Only Linux tells.</summary>
    public IReadOnlyList<int> Processes()
    {
        if (!OperatingSystem.IsLinux()) return [];
        var mark = Encoding.UTF8.GetBytes(folder.Path);
        return [.. from entry in Directory.EnumerateDirectories("/proc")
                   let process = int.TryParse(Path.GetFileName(entry), out var id) ? id : 0
                   where process > 0 && Read(process, "environ").AsSpan().IndexOf(mark) >= 0
                   select process];
    }

    static string CommandLine(int process) => $"{process} {Encoding.UTF8.GetString(Read(process, "cmdline")).Replace('\0', ' ')}";

    /// <summary>Empty for a process that has ended, also if nobody has asked for its exit code yet.</summary>
    static byte[] Read(int process, string name)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{process}/{name}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
