using System.CommandLine;
using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;
using LearningKit.Data;
using LearningKit.Workloads;

namespace LearningKit.Cli.Commands.Data;

/// <summary><c>kit data check</c>: whether data sets are whole, and whether files can be read.</summary>
sealed class DataCheckCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DataCheckCommand(Terminal terminal) : base(
        "check",
        "Check that data sets have the size and hash of the manifest, or that a file of your own can be read: weather readings as CSV, images as PNG.",
        ("kit data check", "every data set that is here"),
        ("kit data check weather-sample", "one data set"),
        ("kit data check readings.csv --skip-bad", "read a file and count its broken rows; without --skip-bad the first one ends it"))
    {
        var names = new Argument<string[]>("name") { Description = "Data sets of 'kit data list', or files that end in .csv or .png. Default: every data set that is here." };
        names.Arity = ArgumentArity.ZeroOrMore;
        var skipBad = new Option<bool>("--skip-bad") { Description = "Leave broken rows out and count them." };
        Add(names);
        Add(skipBad);
        SetAction(parsed =>
        {
            var catalog = DatasetCatalog.Load();
            var wanted = parsed.GetValue(names) is { Length: > 0 } typed ? typed : [.. Here(catalog)];
            var whole = wanted.Select(name => Check(catalog, name, parsed.GetValue(skipBad), terminal)).ToList();
            return whole.TrueForAll(fine => fine) ? ExitCode.Success : ExitCode.Failure;
        });
    }

    static IEnumerable<string> Here(DatasetCatalog catalog) =>
        catalog.Datasets.Where(dataset => File.Exists(catalog.PathOf(dataset))).Select(dataset => dataset.Name);

    static bool Check(DatasetCatalog catalog, string name, bool skipBad, Terminal terminal)
    {
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".csv":
                var summary = new WeatherByStation(name, skipBad).Solve();
                terminal.Out.WriteLine($"{name}: {summary.Rows} rows of {summary.Stations.Count} stations, {summary.SkippedRows} broken rows left out.");
                return true;
            case ".png":
                terminal.Out.WriteLine($"{name}: {Png.Read(name)}.");
                return true;
            default:
                var check = Usage.Get(() => catalog.Check(name));
                (check.State == DatasetState.Whole ? terminal.Out : terminal.Error).WriteLine(check.Message);
                return check.State == DatasetState.Whole;
        }
    }
}
