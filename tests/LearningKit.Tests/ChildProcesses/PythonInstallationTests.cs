using LearningKit.ChildProcesses;
using Xunit;

namespace LearningKit.Tests.ChildProcesses;

public sealed class PythonInstallationTests
{
    [Fact]
    public void Candidates_OfAnEnvironment_AreInOrder()
    {
        Assert.Equal(["/named"], Candidates(("LEARNINGKIT_PYTHON", "/named"), ("VIRTUAL_ENV", "/venv")));
        Assert.StartsWith("/venv", Candidates(("VIRTUAL_ENV", "/venv"))[0]);
        Assert.Equal(Candidates(), Candidates(("VIRTUAL_ENV", "/venv"))[1..]);
        Assert.Equal(Candidates(), Candidates(("LEARNINGKIT_PYTHON", ""), ("VIRTUAL_ENV", "")));
    }

    static string[] Candidates(params (string Name, string Value)[] variables) =>
        [.. PythonInstallation.Candidates(variables.ToDictionary(variable => variable.Name, variable => variable.Value).GetValueOrDefault)];
}
