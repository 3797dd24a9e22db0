using System.CommandLine;
using LearningKit.Cli.Lessons;
using LearningKit.Notebooks;

namespace LearningKit.Cli.Commands;

/// <summary>The child of <c>kit run</c>: executes the notebook that its parent sends. Not for people, so not in the help.</summary>
sealed class RunNotebookCommand : Command
{
    /// <summary>Makes the command.</summary>
    public RunNotebookCommand() : base(ChildKit.RunNotebook)
    {
        Hidden = true;
        SetAction(_ => NotebookChild.RunAsync());
    }
}
