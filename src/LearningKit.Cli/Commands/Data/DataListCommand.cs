using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Commands.Data;

/// <summary><c>kit data list</c>: which data sets there are.</summary>
sealed class DataListCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DataListCommand(Terminal terminal) : base(
        "list",
        "List the data sets: those that come with the kit or can be fetched, and those that can be made.",
        ("kit data list", "what there is, and whether it is here"))
    {
        SetAction(_ => List(terminal));
    }

    static void List(Terminal terminal)
    {
        var catalog = DatasetCatalog.Load();
        terminal.WriteTable(["data set", "what it holds", "size", "licence", "here"], catalog.Datasets.Select(dataset => Row(catalog, dataset)));
        terminal.Out.WriteLine();
        terminal.WriteTable(["can be made", "what it holds", "size counts", "usual size"], DatasetGenerator.All.Select(Row));
    }

    static IReadOnlyList<string> Row(DatasetCatalog catalog, Dataset dataset) =>
        [dataset.Name, dataset.Summary, DiskSpace.Size(dataset.Bytes), dataset.Licence, File.Exists(catalog.PathOf(dataset)) ? "yes" : $"kit data get {dataset.Name}"];

    static IReadOnlyList<string> Row(DatasetGenerator generator) =>
        [generator.Name, generator.Summary, generator.SizeMeaning, $"{generator.DefaultSize}"];
}
