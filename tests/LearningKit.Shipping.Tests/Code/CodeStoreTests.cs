using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace LearningKit.Shipping.Tests.Code;

/// <summary>A load context of its own stands for a worker.</summary>
public sealed class CodeStoreTests : IDisposable
{
    const string Shape = "namespace Shapes; public record Shape(int Sides); public static class Count { public static int Total = 3; }";
    const string Square = "namespace Shapes; public record Square() : Shape(4);";

    readonly WorkerContext worker = new();
    readonly ReceivedCode received;
    readonly string folder = Directory.CreateTempSubdirectory("code-store-").FullName;
    readonly string id = Guid.NewGuid().ToString("N")[..8];

    public CodeStoreTests() => worker.Received = received = new(worker);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Cells_ThatWereSent_AreFoundWithWhatTheyReferTo()
    {
        var cells = new Cells();
        cells.Run("int a = 1; record Point(int X);");
        cells.Run("int unrelated = 1;");
        cells.Run("Point p = new(a);");
        var units = CodeUnits.For([cells.Assembly]);
        Assert.Equal(["Cell1", "Cell3"], units.Select(unit => unit.Name.Split('_')[0]));
        foreach (var unit in units) received.Add(unit);

        var type = received.FindAssembly(cells.Assembly.FullName!).GetType("Script")!;
        Assert.Equal("Point", type.GetField("p", (BindingFlags)60)!.FieldType.Name);
        Assert.Same(worker, AssemblyLoadContext.GetLoadContext(type.Assembly));
        Assert.Same(worker, AssemblyLoadContext.GetLoadContext(type.GetField("p", (BindingFlags)60)!.FieldType.Assembly));
        Assert.Same(type, received.FindAssembly(cells.Assembly.FullName!).GetType("Script"));
    }

    [Fact]
    public void ReceivedCode_CanTravelOn()
    {
        var (image, assembly) = Cells.Library($"Shapes_{id}", Shape);
        received.Add(CodeUnits.Of(assembly));
        var again = CodeUnits.For([received.FindAssembly(assembly.FullName!)]).Single();
        Assert.Equal(CodeUnits.Of(assembly).ModuleId, again.ModuleId);
        Assert.Equal(image, again.Image.ToArray());
    }

    [Fact]
    public void Image_OfAnotherModule_IsRefusedWheneverItIsAskedFor()
    {
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", new('0', 32), Cells.Image($"Shapes_{id}", Shape), null));
        Assert.Contains("another module", Assert.Throws<WireFormatException>(() => received.FindAssembly($"Shapes_{id}, Version=0.0.0.0")).Message);
        Assert.Contains("another module", Assert.Throws<WireFormatException>(() => received.FindAssembly($"Shapes_{id}, Version=0.0.0.0")).Message);
    }

    [Fact]
    public void File_ThatIsHereAndTheSame_IsLoadedFromDisk()
    {
        var (path, module) = Write(Cells.Image($"Shapes_{id}", Shape));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", module, default, path));
        Assert.Equal(path, received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").Location);
    }

    [Fact]
    public void Image_ThatComesWithAPath_IsUsedWhateverTheFileHolds()
    {
        var image = Cells.Image($"Shapes_{id}", Shape);
        var (path, _) = Write(Cells.Image($"Shapes_{id}", Square.Replace(" : Shape(4)", "")));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", ModuleOf(image), image, path));
        Assert.NotNull(received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").GetType("Shapes.Shape"));
        Assert.Equal("", received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").Location);
    }

    [Fact]
    public void File_ThatIsNotHere_IsRefused()
    {
        var path = Path.Combine(folder, "none.dll");
        var error = Assert.Throws<WireFormatException>(() => received.Add(new($"Shapes_{id}, Version=0.0.0.0", new('0', 32), default, path)));
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void SameName_WithOtherContent_IsRefusedAndTheFirstStays()
    {
        var (first, second) = (Cells.Image($"Shapes_{id}", Shape), Cells.Image($"Shapes_{id}", Shape + " "));
        first = Cells.Image($"Shapes_{id}", Shape.Replace("3", "4"));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", ModuleOf(first), first, null));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", ModuleOf(first), first, null));
        var error = Assert.Throws<WireFormatException>(() =>
            received.Add(new($"Shapes_{id}, Version=0.0.0.0", ModuleOf(second), second, null)));
        Assert.Contains("fresh worker", error.Message);
        Assert.Equal(4, received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").GetType("Shapes.Count")!.GetField("Total")!.GetValue(null));
    }

    [Fact]
    public void UnknownAssembly_IsNamed() =>
        Assert.Contains("Missing", Assert.Throws<WireFormatException>(() => received.FindAssembly("Missing, Version=1.0.0.0")).Message);

    [Fact]
    public void AnotherVersionOfTheKit_IsNamed()
    {
        var error = Assert.Throws<WireFormatException>(() => received.FindAssembly("LearningKit.Shipping, Version=0.0.9.0"));
        Assert.Contains("same version", error.Message);
    }

    [Fact]
    public void Units_OfAProgramOnDisk_AreItsFilesAndThoseOfItsPackagesButNotTheKit()
    {
        var units = CodeUnits.For([typeof(CodeStoreTests).Assembly]);
        var names = units.Select(unit => new AssemblyName(unit.Name).Name!).ToList();
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", names);
        Assert.DoesNotContain(names, name => name.StartsWith("System.Private", StringComparison.Ordinal) || name == "LearningKit.Shipping");
        Assert.Equal("LearningKit.Shipping.Tests", names[^1]);
        Assert.True(names.IndexOf("Microsoft.CodeAnalysis") < names.IndexOf("Microsoft.CodeAnalysis.CSharp"));
        Assert.All(units, unit => Assert.True(unit is { Path: not null, HasImage: false }));
        Assert.Equal(units[^1].ModuleId, ModuleOf(units[^1].Image.ToArray()));
    }

    [Fact]
    public void Assembly_ThatNobodyToldOf_IsRefused()
    {
        using var image = new MemoryStream(Cells.Image($"Shapes_{id}", Shape));
        var assembly = worker.LoadFromStream(image);
        var error = Assert.Throws<CannotTravelException>(() => CodeUnits.Of(assembly));
        Assert.Contains("EmittedCode.Register", error.Message);
    }

    [Fact]
    public void File_ThatWasBuiltAgainSinceItWasLoaded_IsRefusedAndAllElseAfterIt()
    {
        var (path, module) = Write(Cells.Image($"Shapes_{id}", Shape));
        File.WriteAllBytes(path, Cells.Image($"Shapes_{id}", Shape.Replace("3", "4")));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", module, default, path));
        foreach (var name in (string[])[$"Shapes_{id}, Version=0.0.0.0", $"Shapes_{id}, Version=0.0.0.0", typeof(CodeStoreTests).Assembly.FullName!])
            Assert.Contains("Restart", Assert.Throws<WireFormatException>(() => received.FindAssembly(name)).Message);
    }

    [Fact]
    public void Assembly_ThatWasHereBefore_IsNotTakenForAnotherOfItsName()
    {
        using var image = new MemoryStream(Cells.Image($"Shapes_{id}", Shape));
        worker.LoadFromStream(image);
        var sent = Cells.Image($"Shapes_{id}", Shape.Replace("3", "4"));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", ModuleOf(sent), sent, null));
        Assert.Contains("fresh worker", Assert.Throws<WireFormatException>(() => received.FindAssembly($"Shapes_{id}, Version=0.0.0.0")).Message);
    }

    static string ModuleOf(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("N");
    }

    (string Path, string Module) Write(byte[] image)
    {
        var path = Path.Combine(folder, $"Shapes_{id}.dll");
        File.WriteAllBytes(path, image);
        return (path, ModuleOf(image));
    }

    // Asked first: what was sent is here, in the default context, too, since this process has emitted it.
    sealed class WorkerContext() : AssemblyLoadContext("worker")
    {
        public ReceivedCode? Received { get; set; }

        protected override Assembly? Load(AssemblyName assemblyName) => Received!.Load(assemblyName.Name!);
    }
}
