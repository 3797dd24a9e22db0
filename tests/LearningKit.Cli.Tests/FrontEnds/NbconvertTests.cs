using LearningKit.Data;
using LearningKit.Notebooks;
using Xunit;

namespace LearningKit.Cli.Tests.FrontEnds;

/// <summary>Jupyter's own tools execute every lesson with the installed kernel, which the lesson's metadata choose.</summary>
[Collection(FrontEndTests.Name)]
public sealed class NbconvertTests(KernelInstallation kernel)
{
    public static TheoryData<string> Lessons =>
        [.. Directory.EnumerateFiles(KitPaths.Notebooks, "*.ipynb").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Lessons))]
    public async Task Lesson_ExecutedByNbconvert_HasNoErrors(string name)
    {
        var python = KernelInstallation.PythonWith("nbconvert");

        var run = await kernel.RunAsync(
            python, "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", kernel.At("executed"), Path.Combine(KitPaths.Notebooks, name));

        Assert.True(run.ExitCode == 0, run.Error);
        var cells = Notebook.Load(kernel.At($"executed/{name}")).Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(cell => cell.ExecutionCount ?? 0));
        Assert.Empty(cells.SelectMany(cell => cell.Outputs).OfType<ErrorOutput>());
        Assert.Contains(cells.SelectMany(cell => cell.Outputs).OfType<DisplayOutput>(), output => output.Data[MimeBundle.Plotly] is not null);
        await kernel.AllProcessesEndAsync();
    }
}
