using System.Security.Cryptography;
using System.Text;
using LearningKit.Data;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Data;

public sealed class DatasetCatalogTests : IDisposable
{
    static readonly byte[] contents = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * i))];

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Check_EverySampleOfTheKit_IsWhole()
    {
        var catalog = DatasetCatalog.Load();
        var samples = catalog.Datasets.Where(dataset => dataset.Address is null).ToList();
        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.Equal(DatasetState.Whole, catalog.Check(sample.Name).State));
    }

    [Fact]
    public void WeatherSample_IsWhatItsSeedMakes()
    {
        new WeatherReadings(10_000, 1).Write(folder["w.csv"]);
        var catalog = DatasetCatalog.Load();
        Assert.Equal(File.ReadAllBytes(folder["w.csv"]), File.ReadAllBytes(catalog.PathOf(catalog.Find("weather-sample"))));
    }

    [Fact]
    public void StarsSample_IsWhatItsSeedMakes()
    {
        var catalog = DatasetCatalog.Load();
        Assert.Equal(new StarField(256, 256, 1).Render(), Png.Read(catalog.PathOf(catalog.Find("stars-sample"))));
    }

    [Theory]
    [InlineData("weather", 100)]
    [InlineData("stars", 40)]
    [InlineData("texture", 40)]
    public void Make_EachGenerator_MakesItOnce(string generator, long size)
    {
        var catalog = Catalog("{ \"datasets\": [] }");
        var path = catalog.Make(generator, size, seed: 3);
        Assert.StartsWith($"{generator}-{size}-3.", Path.GetFileName(path));
        var written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(path, catalog.Make(generator, size, seed: 3));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Make_UnknownGenerator_ListsThoseThatExist()
    {
        var error = Assert.Throws<ArgumentException>(() => Catalog("{ \"datasets\": [] }").Make("whether"));
        Assert.StartsWith("There is nothing called 'whether' to make. There are: weather, stars, texture.", error.Message);
    }

    [Theory]
    [InlineData("weather", 0, "The size counts rows and must be at least 1.")]
    [InlineData("stars", 40_000, "An image has from 1 to 32768 pixels a side.")]
    public void Make_SizeWithoutSense_IsRefused(string generator, long size, string said) =>
        Assert.StartsWith(said, Assert.Throws<ArgumentOutOfRangeException>(() => Catalog("{ \"datasets\": [] }").Make(generator, size)).Message);

    [Fact]
    public void Make_LargerThanTheDisk_IsRefusedAndLeavesNothing()
    {
        using var cancel = new CancellationTokenSource();   // should it ever begin to write, it stops at once
        var error = Assert.Throws<IOException>(() => Catalog("{ \"datasets\": [] }")
            .Make("weather", long.MaxValue / 20, progress: new Cancelling(cancel), cancel: cancel.Token));
        Assert.Contains(" are free on its disk", error.Message);
        Assert.Equal(["manifest.json"], folder.Files);
    }

    [Fact]
    public void Find_UnknownName_ListsThoseThatExist()
    {
        var error = Assert.Throws<ArgumentException>(() => Catalog(Manifest("http://127.0.0.1/")).Find("x"));
        Assert.StartsWith("There is no data set 'x'. There are: sample.", error.Message);
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/etc/outside.bin")]
    [InlineData("a/../../outside.bin")]
    public async Task Get_FileOutsideTheFolder_IsRefused(string file)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog(Manifest("http://127.0.0.1/", file: file)).GetAsync("sample"));
        Assert.StartsWith($"The manifest puts the data set 'sample' at '{file}', which is outside '", error.Message);
    }

    [Fact]
    public void Load_NoJson_SaysWhichFile() =>
        Assert.StartsWith($"{folder["manifest.json"]} is not a manifest of data sets: ", Assert.Throws<InvalidDataException>(() => Catalog("{ \"datasets\": [ {} ] }")).Message);

    [Fact]
    public async Task Get_FromAServer_FetchesOnce()
    {
        await using var server = await FileServer.StartAsync(contents);
        var catalog = Catalog(Manifest(server.Address));
        Assert.Equal(DatasetState.Missing, catalog.Check("sample").State);
        var path = await catalog.GetAsync("sample");
        Assert.Equal(contents, File.ReadAllBytes(path));
        Assert.Equal(path, await catalog.GetAsync("sample"));
        Assert.Equal(["bytes from 0"], server.Requests);
        Assert.Equal(["made/sample.bin", "manifest.json"], folder.Files.Select(file => file.Replace('\\', '/')));
    }

    [Theory]
    [InlineData(true, "bytes from 70000")]
    [InlineData(false, "bytes from 0")]
    public async Task Get_BrokenOff_GoesOnWhereItStopped(bool knowsRanges, string second)
    {
        await using var server = await FileServer.StartAsync(contents);
        (server.BreakOffAfter, server.KnowsRanges) = (70_000, knowsRanges);
        var catalog = Catalog(Manifest(server.Address));
        await Assert.ThrowsAnyAsync<Exception>(() => catalog.GetAsync("sample"));
        Assert.Equal(DatasetState.Missing, catalog.Check("sample").State);
        server.BreakOffAfter = null;
        Assert.Equal(contents, File.ReadAllBytes(await catalog.GetAsync("sample")));
        Assert.Equal(["bytes from 0", second], server.Requests);
    }

    [Fact]
    public async Task Get_WrongContents_IsRefusedAndThrownAway()
    {
        var other = (byte[])contents.Clone();
        other[^1]++;
        await using var server = await FileServer.StartAsync(other);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog(Manifest(server.Address)).GetAsync("sample"));
        Assert.StartsWith($"What came from {server.Address} is not what the manifest says: 200000 bytes with the SHA-256 {Hash(other)} instead of 200000 bytes with {Hash(contents)}.", error.Message);
        Assert.Equal(["manifest.json"], folder.Files);
    }

    [Fact]
    public async Task Get_MoreThanTheManifestSays_IsNotFetchedWhole()
    {
        await using var server = await FileServer.StartAsync([.. contents, .. contents, .. contents]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Catalog(Manifest(server.Address)).GetAsync("sample"));
        Assert.Equal(["manifest.json"], folder.Files);
    }

    [Fact]
    public async Task Get_StatusOtherThanFine_IsSaid()
    {
        await using var server = await FileServer.StartAsync(contents);
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => Catalog(Manifest(server.Address + "none")).GetAsync("sample"));
        Assert.Equal($"{server.Address}none answered with the status 404. Try again later, or name another address in the manifest.", error.Message);
    }

    [Fact]
    public async Task Get_AddressWithoutEncryption_IsRefused()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog(Manifest("http://example.org/x")).GetAsync("sample"));
        Assert.Equal("The address http://example.org/x is not one of https. Name another in the manifest.", error.Message);
    }

    [Fact]
    public void Check_ChangedFile_SaysWhatIsWrong()
    {
        var catalog = Catalog(Manifest("http://127.0.0.1/"));
        var path = folder.Write("made/sample.bin", contents.AsSpan(1));
        Assert.Equal($"'{path}' has 199999 bytes instead of 200000. Fetch it with `kit data get sample`.", catalog.Check("sample").Message);
        folder.Write("made/sample.bin", new byte[contents.Length]);
        Assert.Equal(DatasetState.Broken, catalog.Check("sample").State);
        folder.Write("made/sample.bin", contents);
        Assert.Equal(DatasetState.Whole, catalog.Check("sample").State);
    }

    DatasetCatalog Catalog(string manifest) =>
        DatasetCatalog.Load(folder.Write("manifest.json", Encoding.UTF8.GetBytes(manifest)), folder["made"]);

    static string Manifest(string address, string file = "sample.bin") =>
        $$"""
        { "datasets": [ {
          "name": "sample", "summary": "bytes", "file": "{{file}}", "bytes": {{contents.Length}}, "sha256": "{{Hash(contents)}}",
          "licence": "MIT", "origin": "a test", "address": "{{address}}"
        } ] }
        """;

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    sealed class Cancelling(CancellationTokenSource source) : IProgress<double>
    {
        public void Report(double value) => source.Cancel();
    }
}
