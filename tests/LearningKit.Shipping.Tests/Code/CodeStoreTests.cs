using System.Reflection;
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
        Assert.Equal(CodeUnits.Of(assembly).Hash, again.Hash);
        Assert.Equal(image, again.Image.ToArray());
    }

    [Fact]
    public void Image_WithAWrongHash_IsRefused()
    {
        var image = Cells.Image($"Shapes_{id}", Shape);
        var hash = CodeUnits.HashOf(image);
        image[^1] ^= 1;
        var error = Assert.Throws<WireFormatException>(() => received.Add(new($"Shapes_{id}, Version=0.0.0.0", hash, image, null)));
        Assert.Contains("damaged", error.Message);
        Assert.Throws<WireFormatException>(() => received.FindAssembly($"Shapes_{id}, Version=0.0.0.0"));
    }

    [Fact]
    public void File_ThatIsHereAndTheSame_IsLoadedFromDisk()
    {
        var (path, hash) = Write(Cells.Image($"Shapes_{id}", Shape));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", hash, default, path));
        Assert.Equal(path, received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").Location);
    }

    [Fact]
    public void File_ThatHasChanged_GivesWayToTheImage()
    {
        var image = Cells.Image($"Shapes_{id}", Shape);
        var (path, _) = Write(Cells.Image($"Shapes_{id}", Square.Replace(" : Shape(4)", "")));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", CodeUnits.HashOf(image), image, path));
        Assert.NotNull(received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").GetType("Shapes.Shape"));
        Assert.Equal("", received.FindAssembly($"Shapes_{id}, Version=0.0.0.0").Location);
    }

    [Fact]
    public void File_ThatHasChanged_WithoutImage_IsRefused()
    {
        var (path, _) = Write(Cells.Image($"Shapes_{id}", Shape));
        var error = Assert.Throws<WireFormatException>(() => received.Add(new($"Shapes_{id}, Version=0.0.0.0", new('0', 64), default, path)));
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void SameName_WithOtherContent_IsRefusedAndTheFirstStays()
    {
        var (first, second) = (Cells.Image($"Shapes_{id}", Shape), Cells.Image($"Shapes_{id}", Shape + " "));
        first = Cells.Image($"Shapes_{id}", Shape.Replace("3", "4"));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", CodeUnits.HashOf(first), first, null));
        received.Add(new($"Shapes_{id}, Version=0.0.0.0", CodeUnits.HashOf(first), first, null));
        var error = Assert.Throws<WireFormatException>(() =>
            received.Add(new($"Shapes_{id}, Version=0.0.0.0", CodeUnits.HashOf(second), second, null)));
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
        Assert.Equal(units[^1].Hash, CodeUnits.HashOf(units[^1].Image));
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
    public void File_ThatWasBuiltAgainSinceItWasLoaded_IsRefused()
    {
        var (path, _) = Write(Cells.Image($"Shapes_{id}", Shape));
        var assembly = worker.LoadFromAssemblyPath(path);
        File.Delete(path);
        Write(Cells.Image($"Shapes_{id}", Shape.Replace("3", "4")));
        Assert.Contains("Restart", Assert.Throws<CannotTravelException>(() => CodeUnits.Of(assembly)).Message);
    }

    (string Path, string Hash) Write(byte[] image)
    {
        var path = Path.Combine(folder, $"Shapes_{id}.dll");
        File.WriteAllBytes(path, image);
        return (path, CodeUnits.HashOf(image));
    }

    // Asked first: what was sent is here, in the default context, too, since this process has emitted it.
    sealed class WorkerContext() : AssemblyLoadContext("worker")
    {
        public ReceivedCode? Received { get; set; }

        protected override Assembly? Load(AssemblyName assemblyName) => Received!.Load(assemblyName.Name!);
    }
}
