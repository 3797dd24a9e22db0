using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LearningKit.Cli.Terminals;

/// <summary>Help that ends with lines to type.</summary>
sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts examples behind the help of every command below <paramref name="root"/>.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Aliases.Remove("/h");
        option.Aliases.Remove("/?");
        option.Action = new TeachingHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            KitCommand command => command.Examples,
            RootCommand => KitApplication.Examples,
            _ => [],
        };
        if (examples.Count == 0) return code;

        var output = parseResult.InvocationConfiguration.Output;
        var width = examples.Max(example => example.Line.Length) + 2;
        output.WriteLine("Examples:");
        foreach (var (line, meaning) in examples) output.WriteLine($"  {line.PadRight(width)}{meaning}");
        output.WriteLine();
        return code;
    }
}
