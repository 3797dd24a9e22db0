using System.Text.Json;

namespace LearningKit.Notebooks.Tests.Session;

public sealed class PackageTests : SessionTests
{
    [Fact]
    public async Task Package_ThatIsMisspelled_ShowsHowToWriteIt() =>
        Assert.Contains("Write: #r \"nuget: Humanizer.Core, 2.14.1\"", (await Run("#r \"nuget: a b c\"\n1")).Trace);

    [Fact]
    public async Task Package_ThatWasRestoredBefore_NeedsNoNetwork()
    {
        var cache = Directory.CreateTempSubdirectory("learningkit-test-");
        try
        {
            // The list that a restore leaves behind, here of an assembly that is on this machine anyway.
            var folder = Path.Combine(cache.FullName, "nuget", "some.package", "1.2.3");
            Directory.CreateDirectory(folder);
            var file = typeof(FsCheck.Config).Assembly.Location;
            File.WriteAllText(Path.Combine(folder, "files.json"),
                JsonSerializer.Serialize(new { CompileFiles = new[] { file }, RuntimeFiles = new[] { file }, NativeFolders = Array.Empty<string>() }));
            await using var session = new CSharpSession(new() { CacheDirectory = cache.FullName });
            var result = await session.ExecuteAsync("#r \"nuget: Some.Package, 1.2.3\"\nif (typeof(FsCheck.Config).Name != \"Config\") throw new Exception();");
            Assert.True(result.Succeeded, $"{result.Error}");
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }
}
