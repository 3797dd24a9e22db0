using System.Text.Json;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class PackageTests : SessionTests
{
    [Fact]
    public async Task Package_ThatIsMisspelled_ShowsHowToWriteIt() =>
        Assert.Contains("Write: #r \"nuget: Humanizer.Core, 2.14.1\"", (await Run("#r \"nuget: a b c\"\n1")).Trace);

    [Fact]
    public Task Package_ThatWasRestoredBefore_NeedsNoNetwork() =>
        Restored([typeof(FsCheck.Config).Assembly.Location], "if (typeof(FsCheck.Config).Name != \"Config\") throw new Exception();");

    [Fact]
    public Task Package_ThatTheKitHasAnyway_IsTheKits() =>
        Restored([typeof(Engines.IEngine).Assembly.Location], "if (typeof(LearningKit.Engines.IEngine).Name != \"IEngine\") throw new Exception();");

    [Fact]
    public Task Package_WithoutAssemblies_IsNoError() => Restored([], "1");

    // The list that a restore leaves behind, here of assemblies that are on this machine anyway.
    static async Task Restored(string[] files, string code)
    {
        var cache = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            var folder = Path.Combine(cache.FullName, "nuget", "some.package", "1.2.3");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "files.json"),
                JsonSerializer.Serialize(new { CompileFiles = files, RuntimeFiles = files, NativeFolders = Array.Empty<string>() }));
            await using var session = new CSharpSession(new() { CacheDirectory = cache.FullName });
            var result = await session.ExecuteAsync($"#r \"nuget: Some.Package, 1.2.3\"\n{code}");
            Assert.True(result.Succeeded, $"{result.Error}");
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }
}
