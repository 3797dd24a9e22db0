using System.Security.Cryptography;
using System.Text.Json;

namespace LearningKit.Data;

/// <summary>The data sets of the kit: those of the manifest, and those that are made from a seed.</summary>
/// <example>
/// <code>
/// var catalog = DatasetCatalog.Load();
/// string weather = catalog.Make("weather", size: 10_000_000);
/// string sample = catalog.PathOf(catalog.Find("weather-sample"));
/// </code>
/// </example>
public sealed class DatasetCatalog
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    readonly string samples;
    readonly string made;

    DatasetCatalog(IReadOnlyList<Dataset> datasets, string samples, string made) => (Datasets, this.samples, this.made) = (datasets, samples, made);

    /// <summary>The data sets of the manifest.</summary>
    public IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="manifest">The manifest; null for the kit's own, datasets/manifest.json. Samples lie beside it.</param>
    /// <param name="folder">Where data sets are made and fetched; null for the kit's own, artifacts/datasets.</param>
    /// <exception cref="FileNotFoundException">There is no manifest.</exception>
    /// <exception cref="InvalidDataException">The manifest is not what it should be; the message says where.</exception>
    public static DatasetCatalog Load(string? manifest = null, string? folder = null)
    {
        manifest = Path.GetFullPath(manifest ?? Path.Combine(KitPaths.Datasets, "manifest.json"));
        if (!File.Exists(manifest)) throw new FileNotFoundException($"There is no manifest of data sets at '{manifest}'.", manifest);
        try
        {
            var datasets = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(manifest), json)!.Datasets;
            return new(datasets, Path.GetDirectoryName(manifest)!, folder ?? KitPaths.MadeDatasets);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{manifest} is not a manifest of data sets: {error.Message}", error);
        }
    }

    /// <summary>Finds a data set of the manifest by its name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public Dataset Find(string name) =>
        Datasets.FirstOrDefault(dataset => dataset.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no data set '{name}'. There are: {Names(Datasets.Select(dataset => dataset.Name))}.", nameof(name));

    /// <summary>Where a data set's file is, or will be when it was fetched.</summary>
    /// <exception cref="InvalidDataException">The manifest names a file outside the folder.</exception>
    public string PathOf(Dataset dataset)
    {
        var folder = Path.GetFullPath(dataset.Address is null ? samples : made);
        var path = Path.GetFullPath(Path.Combine(folder, dataset.File));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new InvalidDataException($"The manifest puts the data set '{dataset.Name}' at '{dataset.File}', which is outside '{folder}'. Name a file below it.");
    }

    /// <summary>Makes a data set from a seed. One that is there already is not made again.</summary>
    /// <param name="generator">What to make: the name of one of <see cref="DatasetGenerator.All"/>.</param>
    /// <param name="size">How much, in the generator's own measure; null for its default.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="path">Where to; null for a name in the folder of made data sets that says what it is.</param>
    /// <param name="progress">Told how far it is, from 0 to 1.</param>
    /// <param name="cancel">Stops the making; nothing is left behind.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ArgumentException">There is no such generator, or the size makes no sense.</exception>
    /// <exception cref="IOException">It would not fit on the disk.</exception>
    public string Make(
        string generator, long? size = null, int seed = 1, string? path = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var maker = DatasetGenerator.All.FirstOrDefault(maker => maker.Name.Equals(generator, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"There is nothing called '{generator}' to make. There are: {Names(DatasetGenerator.All.Select(maker => maker.Name))}.", nameof(generator));
        var wanted = size ?? maker.DefaultSize;
        if (wanted < 1) throw new ArgumentOutOfRangeException(nameof(size), wanted, $"The size counts {maker.SizeMeaning} and must be at least 1.");
        path ??= Path.Combine(made, $"{maker.Name}-{wanted}-{seed}{maker.Extension}");
        if (!File.Exists(path)) maker.Write(path, wanted, seed, progress, cancel);
        return path;
    }

    /// <summary>Fetches a data set from its address, unless it is there already. A broken-off download goes on where it stopped.</summary>
    /// <param name="name">The data set.</param>
    /// <param name="progress">Told the bytes that are there so far.</param>
    /// <param name="cancel">Breaks off; the next call goes on from there.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="ArgumentException">There is no such data set.</exception>
    /// <exception cref="InvalidDataException">What came is not what the manifest says; it was thrown away.</exception>
    /// <exception cref="HttpRequestException">The address does not answer.</exception>
    /// <exception cref="IOException">It would not fit on the disk.</exception>
    public async Task<string> GetAsync(string name, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var found = Check(name);
        if (found.State == DatasetState.Whole) return found.Path;
        var dataset = found.Dataset;
        if (dataset.Address is null) throw new InvalidDataException(found.Message);
        await Download.GetAsync(dataset.Address, found.Path, dataset.Bytes, dataset.Sha256, progress, cancel).ConfigureAwait(false);
        return found.Path;
    }

    /// <summary>Says whether a data set is there and whole, by its size and SHA-256.</summary>
    /// <exception cref="ArgumentException">There is no such data set.</exception>
    public DatasetCheck Check(string name)
    {
        var dataset = Find(name);
        var path = PathOf(dataset);
        var remedy = dataset.Address is null ? "Restore it from the kit's repository" : $"Fetch it with `kit data get {dataset.Name}`";
        if (!File.Exists(path)) return Found(DatasetState.Missing, $"'{path}' is not there. {remedy}.");
        var bytes = new FileInfo(path).Length;
        if (bytes != dataset.Bytes) return Found(DatasetState.Broken, $"'{path}' has {bytes} bytes instead of {dataset.Bytes}. {remedy}.");
        var hash = Hash(path);
        return hash.Equals(dataset.Sha256, StringComparison.OrdinalIgnoreCase)
            ? Found(DatasetState.Whole, $"'{path}' is whole.")
            : Found(DatasetState.Broken, $"'{path}' has the SHA-256 {hash} instead of {dataset.Sha256}. {remedy}.");

        DatasetCheck Found(DatasetState state, string message) => new(dataset, path, state, message);
    }

    /// <summary>The SHA-256 of a file, in lower-case hexadecimal digits.</summary>
    internal static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    static string Names(IEnumerable<string> names) => string.Join(", ", names);

    sealed record Manifest(IReadOnlyList<Dataset> Datasets);
}
