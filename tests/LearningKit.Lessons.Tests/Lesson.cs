using System.Text.Json.Nodes;
using LearningKit.Data;
using LearningKit.Exercises;
using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>One lesson's notebook as the tests see it.</summary>
sealed class Lesson
{
    const string ExerciseTag = "exercise:", CheckTag = "check:", SetupTag = "setup";

    Lesson(string path)
    {
        Path = path;
        Text = File.ReadAllText(path);
        Json = JsonNode.Parse(Text)!.AsObject();
        Notebook = Notebook.Load(path);
    }

    /// <summary>The names of all lessons: what is in notebooks/ is what is tested.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(KitPaths.Notebooks, "*.ipynb").Select(System.IO.Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>The lesson with a name such as "02-measuring".</summary>
    public static Lesson Named(string name) => new(System.IO.Path.Combine(KitPaths.Notebooks, $"{name}.ipynb"));

    /// <summary>The lesson that an exercise belongs to.</summary>
    public static Lesson Of(Exercise exercise) => Named(Names.Single(name => name.StartsWith(exercise.Id[..2], StringComparison.Ordinal)));

    public string Path { get; }

    public string Text { get; }

    public JsonObject Json { get; }

    public Notebook Notebook { get; }

    /// <summary>The lesson's number as its file name has it.</summary>
    public string Number => System.IO.Path.GetFileName(Path)[..2];

    public IEnumerable<NotebookCell> Code => Notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    public IEnumerable<NotebookCell> Prose => Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown);

    /// <summary>The cells that an exercise may build on.</summary>
    public IEnumerable<NotebookCell> Setup => Code.Where(cell => cell.Tags.Contains(SetupTag));

    public IEnumerable<string> StubIds => Ids(ExerciseTag);

    public IEnumerable<string> CheckIds => Ids(CheckTag);

    public NotebookCell Stub(string exercise) => Tagged(ExerciseTag + exercise);

    public NotebookCell Check(string exercise) => Tagged(CheckTag + exercise);

    NotebookCell Tagged(string tag) => Assert.Single(Code, cell => cell.Tags.Contains(tag));

    IEnumerable<string> Ids(string prefix) => Code.SelectMany(cell => cell.Tags).Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal)).Select(tag => tag[prefix.Length..]);
}
