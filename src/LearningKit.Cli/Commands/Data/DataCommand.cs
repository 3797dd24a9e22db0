using LearningKit.Cli.Terminals;

namespace LearningKit.Cli.Commands.Data;

/// <summary><c>kit data</c>: the data sets that lessons and studies use.</summary>
sealed class DataCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public DataCommand(Terminal terminal) : base(
        "data",
        "Data sets: list them, make them from a seed at any size, fetch public ones, check them.",
        ("kit data list", "what there is"),
        ("kit data make weather --size 10000000", "ten million weather readings"))
    {
        Add(new DataListCommand(terminal));
        Add(new DataMakeCommand(terminal));
        Add(new DataGetCommand(terminal));
        Add(new DataCheckCommand(terminal));
    }
}
