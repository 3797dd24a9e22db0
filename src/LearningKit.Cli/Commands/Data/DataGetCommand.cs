using System.CommandLine;
using LearningKit.Cli.Arguments;
using LearningKit.Cli.Terminals;
using LearningKit.Data;

namespace LearningKit.Cli.Commands.Data;

/// <summary><c>kit data get</c>: fetches a public data set.</summary>
sealed class DataGetCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DataGetCommand(Terminal terminal) : base(
        "get",
        "Fetch a data set from its address, unless it is here. A download that broke off goes on where it stopped; a file with another hash than the manifest's is refused.",
        ("kit data get weather-sample", "fetch a data set of 'kit data list'"))
    {
        var name = new Argument<string>("name") { Description = "A data set of 'kit data list'." };
        Add(name);
        SetAction(async (parsed, cancel) =>
        {
            var catalog = DatasetCatalog.Load();
            var wanted = Usage.Get(() => catalog.Find(parsed.GetRequiredValue(name)));
            var line = new LiveLine(terminal);
            line.Finish(await catalog.GetAsync(
                wanted.Name, new Told<long>(bytes => line.Show($"{DiskSpace.Size(bytes)} of {DiskSpace.Size(wanted.Bytes)}")), cancel).ConfigureAwait(false));
            return ExitCode.Success;
        });
    }
}
