using LearningKit.Cli.Lessons;
using LearningKit.Cli.Terminals;
using LearningKit.Exercises;
using LearningKit.Notebooks;

namespace LearningKit.Cli.Commands;

/// <summary><c>kit lessons</c>: the lessons and how far the learner has come.</summary>
sealed class LessonsCommand : KitCommand
{
    /// <summary>Makes the command.</summary>
    public LessonsCommand(Terminal terminal) : base(
        "lessons",
        "List the lessons and the exercises that you have solved.",
        ("kit lessons", "the lessons and your progress"))
    {
        SetAction(_ => List(terminal));
    }

    static void List(Terminal terminal)
    {
        var file = ProgressFile.Default;
        var (progress, notice) = file.Load();
        terminal.WriteTable(["lesson", "title", "exercises solved"], LessonFolder.All().Select(path => Row(path, progress)));
        terminal.Out.WriteLine($"Your progress is kept in {file.Path}.");
        if (notice is not null) terminal.Error.WriteLine(notice);
    }

    static IReadOnlyList<string> Row(string path, LearnerProgress progress)
    {
        var name = LessonFolder.NameOf(path);
        var exercises = ExerciseCatalog.All.Where(exercise => name.StartsWith($"{exercise.Lesson:00}-", StringComparison.Ordinal)).ToList();
        var solved = exercises.Count(exercise => progress.Of(exercise.Id).Passed is not null);
        return [name, TitleOf(path), exercises.Count == 0 ? "no exercises" : $"{solved} of {exercises.Count}"];
    }

    static string TitleOf(string path)
    {
        try
        {
            return Notebook.Load(path).Title;
        }
        catch (NotebookFormatException exception)
        {
            return exception.Message;
        }
    }
}
