namespace LearningKit.Cli.Setup;

/// <summary>A Jupyter on this machine that really runs.</summary>
/// <param name="Title">As people know it.</param>
/// <param name="Path">The program.</param>
/// <param name="Arguments">What it needs before any argument of its own.</param>
sealed record JupyterProgram(string Title, string Path, IReadOnlyList<string> Arguments)
{
    static readonly (string Title, string Command, string Module)[] known =
        [("JupyterLab", "jupyter-lab", "jupyterlab"), ("Jupyter Notebook", "jupyter-notebook", "notebook")];

    /// <summary>The best that runs, or null. A command of the right name is not enough: version managers put some on PATH that only print a message.</summary>
    public static JupyterProgram? Find(Host host) =>
        known.SelectMany(jupyter => Candidates(host, jupyter.Title, jupyter.Command, jupyter.Module)).FirstOrDefault(candidate => ChildProcess.Succeeds(candidate.Path, [.. candidate.Arguments, "--version"]));

    static IEnumerable<JupyterProgram> Candidates(Host host, string title, string command, string module)
    {
        foreach (var path in host.FindAll(command)) yield return new(title, path, []);
        if (host.FindPythonWith(module) is { } python) yield return new(title, python, ["-m", module]);
    }
}
