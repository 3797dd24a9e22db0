using System.CommandLine;

namespace LearningKit.Cli.Lessons;

/// <summary>Notebooks by number, name or path.</summary>
sealed class NotebooksArgument : Argument<string[]>
{
    /// <summary>Makes the argument.</summary>
    public NotebooksArgument() : base("notebook")
    {
        HelpName = "notebook";
        Description = "Lessons by number (3), name (threads), or notebooks by path. Default: every lesson.";
        Arity = ArgumentArity.ZeroOrMore;
        CompletionSources.Add(_ => LessonFolder.All().Select(LessonFolder.NameOf));
    }
}
