using System.CommandLine;
using LearningKit.Engines;

namespace LearningKit.Cli.Arguments;

/// <summary>Engines by their names, with commas between them.</summary>
sealed class EnginesOption : Option<EngineInfo[]>
{
    readonly string usual;

    /// <summary>Makes the option.</summary>
    /// <param name="usual">The engine that is used when none is named.</param>
    public EnginesOption(string usual) : base("--engine")
    {
        this.usual = usual;
        Description = $"How the parts are executed: {string.Join(", ", EngineCatalog.All.Select(engine => engine.Name))}. Default: {usual}.";
        HelpName = "name,…";
        CustomParser = result => Checked.Parse(result, () => Checked.Split(result).Select(EngineCatalog.Find).ToArray());
        CompletionSources.Add(_ => EngineCatalog.All.Select(engine => engine.Name));
    }

    /// <summary>What was typed, or the usual engine.</summary>
    public EngineInfo[] In(ParseResult parsed) => parsed.GetValue(this) is { Length: > 0 } typed ? typed : [EngineCatalog.Find(usual)];
}
