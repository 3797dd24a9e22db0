using System.Text.Json.Nodes;
using LearningKit.Cli.Kernels;
using LearningKit.Data;
using Xunit;

namespace LearningKit.Cli.Tests.Kernels;

public sealed class KernelSpecTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("learningkit-csharp")]
    [InlineData("a folder/with spaces/and ünïcödé 核/learningkit-csharp")]
    public void Install_IntoAnyFolder_WritesWhatStartsThisKit(string name)
    {
        var spec = new KernelSpec(folder.File(name));

        spec.Install();

        var json = Read(spec);
        var command = json["argv"]!.AsArray().Select(word => (string)word!).ToList();
        Assert.Equal([Environment.ProcessPath!, typeof(KitApplication).Assembly.Location, "kernel", "run", "{connection_file}"], command);
        Assert.Equal("C# (LearningKit)", (string?)json["display_name"]);
        Assert.Equal("C#", (string?)json["language"]);
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal(KitPaths.Root, (string?)json["env"]![KitPaths.HomeVariable]);
        Assert.Equal("learningkit-csharp", spec.Name);
        Assert.Null(spec.Trouble());
        Assert.True(spec.IsCurrent);
    }

    [Theory]
    [InlineData("logo-32x32.png", 32)]
    [InlineData("logo-64x64.png", 64)]
    public void Install_OfLogos_HasTheSizesOfTheirNames(string name, int size)
    {
        new KernelSpec(folder.File("spec")).Install();
        Assert.Equal((size, size), Dimensions(File.ReadAllBytes(folder.File($"spec/{name}"))));
        Assert.Contains("<svg", File.ReadAllText(folder.File("spec/logo-svg.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Uninstall_AfterInstall_LeavesWhatIsNotTheKits()
    {
        folder.Write("kernels/other/kernel.json", "{}");
        folder.Write("kernels/mine/kernel.js", "// of the user");
        var spec = new KernelSpec(folder.File("kernels/mine"));
        spec.Install();
        spec.Install();

        spec.Uninstall();

        Assert.Equal([folder.File("kernels/mine/kernel.js"), folder.File("kernels/other/kernel.json")], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Uninstall_OfAllThereIs_RemovesTheFolder()
    {
        var spec = new KernelSpec(folder.File("kernels/mine"));
        spec.Install();
        spec.Uninstall();
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("kernels")));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"argv":["python"],"metadata":null}""")]
    [InlineData("""{"argv":["python","-m","ipykernel_launcher"],"metadata":{"debugger":true}}""")]
    public void Entry_OfSomebodyElse_IsNotTakenForAKits(string json)
    {
        folder.Write("spec/kernel.json", json);
        var spec = new KernelSpec(folder.File("spec"));
        Assert.True(spec.Exists);
        Assert.False(spec.IsOfAKit);
        Assert.NotNull(spec.Trouble());
    }

    [Fact]
    public void Trouble_WhenTheProgramIsGone_NamesIt()
    {
        var gone = folder.File("moved away/kit.dll");
        var spec = Installed(json => json["argv"]![1] = gone);
        Assert.Equal($"starts {gone}, which is gone", spec.Trouble());
        Assert.False(spec.IsCurrent);
    }

    [Fact]
    public void Trouble_WhenItIsOlder_SaysBothVersions()
    {
        var spec = Installed(json => json["metadata"]!["learningkit"]!["version"] = "0.0.9");
        Assert.Equal($"is of LearningKit 0.0.9, and this is {KitApplication.Version}", spec.Trouble());
    }

    [Fact]
    public void Trouble_WhenItIsOfAnotherKit_SaysWhich()
    {
        var spec = Installed(json => json["env"]!["LEARNINGKIT_HOME"] = "/elsewhere");
        Assert.Equal("starts another kit, that in /elsewhere", spec.Trouble());
    }

    public void Dispose() => folder.Dispose();

    KernelSpec Installed(Action<JsonNode> change)
    {
        var spec = new KernelSpec(folder.File("spec"));
        spec.Install();
        var json = Read(spec);
        change(json);
        File.WriteAllText(folder.File("spec/kernel.json"), json.ToJsonString());
        return spec;
    }

    static JsonNode Read(KernelSpec spec) => JsonNode.Parse(File.ReadAllText(Path.Combine(spec.Folder, "kernel.json")))!;

    /// <summary>Width and height from a PNG's first chunk.</summary>
    static (int Width, int Height) Dimensions(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
