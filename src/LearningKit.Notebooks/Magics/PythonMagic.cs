using LearningKit.ChildProcesses;
using LearningKit.Notebooks.Python;

namespace LearningKit.Notebooks.Magics;

/// <summary>Runs the lines below in the session's Python.</summary>
sealed class PythonMagic : Magic
{
    public override string Name => "python";

    public override IReadOnlyList<string> Aliases => ["python3", "py", "pythonkernel"];

    public override string Summary => "The lines below are Python. Variables stay from one Python cell to the next.";

    public override string Usage =>
        """
        #!python
        import os
        os.cpu_count()

        The last expression is shown, display(value) shows others, and figures of matplotlib show by themselves at the end of
        the cell. #!share and #!set bring variables to Python and back.

        Which Python: the one that the environment variable LEARNINGKIT_PYTHON names; without it, that of the active virtual
        environment, else the first on PATH that runs.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call)
    {
        if (PythonInstallation.Path is null)
        {
            call.Cell.Write(StreamOutput.Error, $"{PythonInstallation.Missing} This cell was skipped.\n");
            return;
        }
        // Empty lines in front keep the line numbers of tracebacks those of the cell.
        var code = new string('\n', call.Segment.FirstLine - 1) + call.Body;
        if (SessionPython.Use(call.Session, python => python.Execute(code, call.Cell.Name, call.Cell)) is { } error)
            throw new CellException(error);
    }
}
