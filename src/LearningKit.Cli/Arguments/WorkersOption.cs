using System.CommandLine;
using LearningKit.Engines;

namespace LearningKit.Cli.Arguments;

/// <summary>Numbers of workers, with commas between them.</summary>
sealed class WorkersOption : Option<int[]>
{
    readonly int[] usual;

    /// <summary>Makes the option.</summary>
    /// <param name="usual">The numbers that are used when none is given.</param>
    public WorkersOption(params int[] usual) : base("--workers")
    {
        this.usual = usual;
        Description = $"How many workers, from 1 to {RunOptions.MostWorkers}. Default: {string.Join(',', usual)}.";
        HelpName = "n,…";
        CustomParser = result => Checked.Parse(result, () => Checked.Split(result).Select(Number).ToArray());
    }

    /// <summary>1, 2, 4 and so on up to the processors of this machine, and they themselves.</summary>
    public static int[] Doubling(int processors) =>
        [.. Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(count => count < processors), processors];

    /// <summary>What was typed, or the usual numbers.</summary>
    public int[] In(ParseResult parsed) => parsed.GetValue(this) is { Length: > 0 } typed ? typed : usual;

    static int Number(string text) => int.TryParse(text, out var workers)
        ? new RunOptions { Workers = workers }.Validated().Workers
        : throw new ArgumentException($"'{text}' is not a number of workers. Write numbers with commas between them: --workers 1,2,4");
}
