using LearningKit.ChildProcesses;
using Xunit;

namespace LearningKit.Tests.ChildProcesses;

public sealed class PythonProgramTests
{
    sealed record Drawing(string Version, long Steps);

    [SkippableFact]
    public void Run_AProgramOfTheLessons_ReadsWhatItPrints()
    {
        Skip.If(PythonInstallation.Path is null, PythonInstallation.Missing);
        var drawing = new PythonProgram("mandelbrot.py").Run<Drawing>("1", "0");
        Assert.StartsWith("3.", drawing.Version);
        Assert.True(drawing.Steps > 0);
    }

    [SkippableFact]
    public void Run_AProgramThatFails_TellsWhatItSaid()
    {
        Skip.If(PythonInstallation.Path is null, PythonInstallation.Missing);
        var failure = Assert.Throws<InvalidOperationException>(() => new PythonProgram("mandelbrot.py").Run<Drawing>("none", "0"));
        Assert.Contains("exit code 1", failure.Message);
        Assert.Contains("ValueError", failure.Message);
    }
}
