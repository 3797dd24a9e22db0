using System.CommandLine;

namespace LearningKit.Cli.Terminals;

/// <summary>A command of kit: its options, its examples, and what it does.</summary>
abstract class KitCommand : Command
{
    /// <summary>Makes a command.</summary>
    /// <param name="name">As it is typed.</param>
    /// <param name="description">What it does, in a sentence or two.</param>
    /// <param name="examples">How it is used: a line to type and what it does.</param>
    protected KitCommand(string name, string description, params (string Line, string Meaning)[] examples)
        : base(name, description) => Examples = examples;

    /// <summary>Lines to type, shown at the end of the command's help.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; }

    /// <summary>
    /// How long it may take to end after Ctrl-C: long enough to kill children and remove drafts, short enough for a person
    /// who waits. After that it is left alone and the program ends: a computation that is timed does not listen.
    /// </summary>
    public virtual TimeSpan TimeToEnd => TimeSpan.FromSeconds(3);
}
