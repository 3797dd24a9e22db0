using System.Text.RegularExpressions;
using LearningKit.Exercises;
using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>The shape of every lesson: a question, a prediction, a run, a chart, the explanation, exercises, where to read on.</summary>
public partial class LessonNotebookTests
{
    public static TheoryData<string> Lessons => [.. Lesson.Names];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void File_IsCommittedClean(string name)
    {
        var lesson = Lesson.Named(name);
        Assert.DoesNotContain('\r', lesson.Text);
        Assert.StartsWith("{\n \"cells\": [\n", lesson.Text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", lesson.Text, StringComparison.Ordinal);
        Assert.Equal(4, (int)lesson.Json["nbformat"]!);
        Assert.Equal(5, (int)lesson.Json["nbformat_minor"]!);
        Assert.Equal("learningkit-csharp", (string?)lesson.Json["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal("C# (LearningKit)", (string?)lesson.Json["metadata"]!["kernelspec"]!["display_name"]);
        Assert.Equal("C#", (string?)lesson.Json["metadata"]!["kernelspec"]!["language"]);
        Assert.All(lesson.Code, cell => Assert.True(cell.Outputs.Count == 0 && cell.ExecutionCount is null, $"Cell '{cell.Id}' was saved with outputs."));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Cells_HaveIdsOfTheirOwnAndSomeText(string name)
    {
        var cells = Lesson.Named(name).Notebook.Cells;
        Assert.All(cells, cell => Assert.Matches(CellId(), cell.Id));
        Assert.Equal(cells.Count, cells.Select(cell => cell.Id).Distinct().Count());
        Assert.All(cells, cell => Assert.False(string.IsNullOrWhiteSpace(cell.Source), $"Cell '{cell.Id}' is empty."));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void FirstCells_AskTheQuestionNameTheStepAndSetUp(string name)
    {
        var lesson = Lesson.Named(name);
        var title = lesson.Notebook.Cells[0];
        Assert.StartsWith($"# {lesson.Number} · ", title.Source, StringComparison.Ordinal);
        Assert.Contains("**The question.**", title.Source);
        Assert.Matches(Step(), title.Source);
        Assert.Contains("45 minutes", title.Source);
        var setup = lesson.Code.First();
        Assert.Contains("setup", setup.Tags);
        Assert.StartsWith("#r \"../artifacts/kit/LearningKit.dll\"", setup.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_PredictsBeforeItReveals(string name)
    {
        var lesson = Lesson.Named(name);
        var guesses = lesson.Code.Where(cell => cell.Source.Contains("Guess.Ask(", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(guesses);
        var names = new List<string>();
        foreach (var cell in guesses)
        {
            var match = AskedGuess().Match(cell.Source);
            Assert.True(match.Success, $"Cell '{cell.Id}' must read: var someGuess = Guess.Ask(\"id\", ...).");
            Assert.StartsWith($"{lesson.Number}-", match.Groups["id"].Value, StringComparison.Ordinal);
            Assert.Contains("yours: null", cell.Source);
            Assert.Contains(lesson.Code.SkipWhile(later => later != cell).Skip(1), later => later.Source.Contains($"{match.Groups["name"].Value}.Reveal(", StringComparison.Ordinal));
            names.Add(match.Groups["id"].Value);
        }
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ShowsClaimsAndCharts(string name)
    {
        var lesson = Lesson.Named(name);
        Assert.Contains(lesson.Code, cell => cell.Source.Contains("Chart(", StringComparison.Ordinal));
        var claims = lesson.Code.Where(cell => cell.Source.Contains("Claim.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, cell => Assert.Contains("claim", cell.Tags));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Lesson_ExplainsAndEndsWithWhereToReadOn(string name)
    {
        var lesson = Lesson.Named(name);
        Assert.Contains(lesson.Prose, cell => cell.Source.Contains("## Explain", StringComparison.Ordinal));
        Assert.Contains(lesson.Prose, cell => cell.Source.Contains("## What to keep", StringComparison.Ordinal));
        var last = lesson.Notebook.Cells[^1];
        Assert.Equal(CellKind.Markdown, last.Kind);
        Assert.StartsWith("## Where to read on", last.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Exercises_AreThoseOfTheCatalogEachWithItsCheckBehindIt(string name)
    {
        var lesson = Lesson.Named(name);
        var known = ExerciseCatalog.All.Where(exercise => exercise.Id.StartsWith($"{lesson.Number}-", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(known);
        Assert.Equal(known.Select(exercise => exercise.Id).Order(), lesson.StubIds.Order());
        Assert.Equal(lesson.StubIds, lesson.CheckIds);
        foreach (var exercise in known)
        {
            var code = lesson.Code.ToList();
            Assert.Same(lesson.Check(exercise.Id), code[code.IndexOf(lesson.Stub(exercise.Id)) + 1]);
            Assert.Contains($"{exercise.CodeName}.Check(", lesson.Check(exercise.Id).Source);
            Assert.Contains(lesson.Prose, cell => cell.Source.StartsWith("## Exercise", StringComparison.Ordinal) && cell.Source.Contains(exercise.Title, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Work_IsReal(string name)
    {
        var lesson = Lesson.Named(name);
        if (lesson.Number is "01" or "03" or "09") return;   // waiting is their subject
        Assert.All(lesson.Code, cell => Assert.DoesNotMatch(Pretence(), cell.Source));
    }

    [Fact]
    public void Guesses_HaveIdsOfTheirOwnInAllLessons()
    {
        var ids = Lesson.Names.SelectMany(name => Lesson.Named(name).Code).SelectMany(cell => AskedGuess().Matches(cell.Source)).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex CellId();

    [GeneratedRegex(@"\*\*(divide|execute|gather)d?\*\*")]
    private static partial Regex Step();

    [GeneratedRegex(@"var (?<name>\w+) = Guess\.Ask\(\s*""(?<id>[0-9a-z-]+)""")]
    private static partial Regex AskedGuess();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay")]
    private static partial Regex Pretence();
}
