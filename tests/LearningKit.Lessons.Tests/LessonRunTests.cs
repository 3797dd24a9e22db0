using LearningKit.Notebooks;

namespace LearningKit.Lessons.Tests;

/// <summary>Every lesson runs from top to bottom with its exercises unsolved, as a newcomer's first run does.</summary>
public class LessonRunTests(ExecutedLessons lessons) : IClassFixture<ExecutedLessons>
{
    public static TheoryData<string> Lessons => [.. Lesson.Names];

    [SkippableTheory]
    [MemberData(nameof(Lessons))]
    public async Task Lesson_RunsToItsEnd(string name)
    {
        var run = await lessons.RunAsync(name);
        Assert.True(run.Succeeded, $"{name} took {run.Duration.TotalSeconds:0} s and stopped: {run.Failure}");
    }

    [SkippableTheory]
    [MemberData(nameof(Lessons))]
    public async Task Outputs_HaveTextForThoseWhoSeeNoPicture(string name)
    {
        var outputs = (await lessons.RunAsync(name)).Notebook.Cells.SelectMany(cell => cell.Outputs).ToList();
        var bundles = outputs.OfType<DisplayOutput>().Select(output => output.Data).Concat(outputs.OfType<ResultOutput>().Select(output => output.Data)).ToList();
        Assert.All(bundles, bundle => Assert.False(string.IsNullOrWhiteSpace(bundle.Text(MimeBundle.Plain))));
        Assert.DoesNotContain(outputs.OfType<StreamOutput>(), output => output.Name == StreamOutput.Error);
    }
}
