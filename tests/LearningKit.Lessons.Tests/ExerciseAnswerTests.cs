using LearningKit.Data;
using LearningKit.Exercises;
using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>
/// Each exercise told right from wrong: the stub is unsolved, the solution passes, and every catalogued wrong answer
/// fails with the hint made for it. New exercises are found by the catalog and the folder WrongAnswers.
/// </summary>
public class ExerciseAnswerTests
{
    const string Expectation = "// expect: ";

    public static TheoryData<string> Ids => [.. ExerciseCatalog.All.Select(exercise => exercise.Id)];

    static string Folder(string id) => Path.Combine(KitPaths.Root, "tests", "LearningKit.Lessons.Tests", "WrongAnswers", id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void WrongAnswers_AreThreeAtLeastEachWithAHintOfItsOwn(string id)
    {
        var hints = WrongAnswers(id).Select(answer => answer.Hint).ToList();
        Assert.True(hints.Count >= 3, $"{Folder(id)} holds {hints.Count} wrong answers; add those that learners give.");
        Assert.Equal(hints.Distinct(), hints);
    }

    [Fact]
    public void WrongAnswers_BelongToExercisesThatExist() =>
        Assert.All(Directory.GetDirectories(Path.GetDirectoryName(Folder("any"))!), folder => ExerciseCatalog.Find(Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Answers_GetTheVerdictThatTheyDeserve(string id)
    {
        var exercise = ExerciseCatalog.Find(id);
        var lesson = Lesson.Of(exercise);
        await using var session = new CSharpSession(new() { WorkingDirectory = KitPaths.Notebooks });
        foreach (var cell in lesson.Setup) await RunAsync(session, cell.Source);

        var faults = new List<string>();
        await Try("the stub", lesson.Stub(id).Source, $"{exercise.Title}: not yet", exercise.Task);
        foreach (var (name, text, hint) in WrongAnswers(id)) await Try(name, text, $"{exercise.Title}: not yet", hint);
        await Try("the solution", exercise.SolutionText, $"{exercise.Title}: passed");
        await Try("the stub, put back", lesson.Stub(id).Source, $"{exercise.Title}: not yet");
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));

        async Task Try(string name, string answer, params string[] expected)
        {
            var verdict = await RunAsync(session, answer) + await RunAsync(session, lesson.Check(id).Source);
            if (!expected.All(words => verdict.Contains(words, StringComparison.Ordinal)))
                faults.Add($"{name} of {id} should get \"{string.Join("\" and \"", expected)}\", but got:\n{verdict}");
        }
    }

    static IEnumerable<(string Name, string Text, string Hint)> WrongAnswers(string id) =>
        from file in Directory.GetFiles(Folder(id), "*.csx").Order(StringComparer.Ordinal)
        let text = File.ReadAllText(file)
        let first = text.Split('\n')[0].TrimEnd('\r')
        let hint = first.StartsWith(Expectation, StringComparison.Ordinal) ? first[Expectation.Length..] : throw new FormatException($"{file} must begin with '{Expectation}' and words of the hint.")
        select (Path.GetFileNameWithoutExtension(file), text, hint);

    /// <summary>Runs a cell and returns what it showed as text.</summary>
    static async Task<string> RunAsync(CSharpSession session, string code)
    {
        var shown = new List<string>();
        var result = await session.ExecuteAsync(code, output => shown.Add(output switch
        {
            ResultOutput value => value.Data.Text(MimeBundle.Plain) ?? "",
            DisplayOutput value => value.Data.Text(MimeBundle.Plain) ?? "",
            StreamOutput stream => stream.Text,
            _ => "",
        }));
        return string.Join("\n", shown) + (result.Error is { } error ? $"\n{error.Name}: {error.Message}" : "");
    }
}
