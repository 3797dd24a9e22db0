using System.CommandLine;
using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Commands.Data;

/// <summary><c>kit data make</c>: makes a data set from a seed.</summary>
sealed class DataMakeCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DataMakeCommand(Terminal terminal) : base(
        "make",
        "Make a data set from a seed. The same size and seed give the same file on every machine.",
        ("kit data make weather --rows 10000000", "ten million weather readings, 135 MB"),
        ("kit data make stars --size 4096 --seed 7 --out sky.png", "a night sky of your own"))
    {
        var generator = new Argument<string>("name") { Description = $"What to make: {string.Join(", ", DatasetGenerator.All.Select(each => each.Name))}.", HelpName = "name" };
        generator.CompletionSources.Add(_ => DatasetGenerator.All.Select(each => each.Name));
        var size = new Option<long?>("--size", "--rows") { Description = "How much: rows of a table, pixels a side of an image.", HelpName = "n" };
        var seed = new Option<int>("--seed") { Description = "Another seed makes another data set of the same kind.", HelpName = "n", DefaultValueFactory = _ => 1 };
        var path = new Option<string?>("--out") { Description = "The file. Default: one in artifacts/datasets whose name says what it is.", HelpName = "file" };
        Add(generator);
        foreach (var option in (Option[])[size, seed, path]) Add(option);
        SetAction((parsed, cancel) =>
        {
            var line = new LiveLine(terminal);
            var made = Usage.Get(() => DatasetCatalog.Load().Make(
                parsed.GetRequiredValue(generator), parsed.GetValue(size), parsed.GetValue(seed), parsed.GetValue(path),
                new Told<double>(share => line.Show($"{share:0%}")), cancel));
            line.Finish(made);
            return Task.FromResult(ExitCode.Success);
        });
    }
}
