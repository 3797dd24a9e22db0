using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks.Magics;

/// <summary>Runs the lines below in the session's Python.</summary>
sealed class PythonMagic : Magic
{
    public override string Name => "python";

    public override IReadOnlyList<string> Aliases => ["python3", "py"];

    public override string Summary => "The lines below are Python, run by the python3 that is found on PATH.";

    public override string Usage =>
        """
        #!python
        import os
        os.cpu_count()

        Variables stay from one Python cell to the next. C# and Python do not see each other's variables.
        """;

    public override bool TakesBody => true;

    public override void Run(MagicCall call)
    {
        if (PythonInstallation.Path is not { } path)
        {
            call.Cell.Write(StreamOutput.Error,
                "No Python 3 was found that runs, so this cell was skipped. It is at https://www.python.org, or: sudo apt install python3\n");
            return;
        }
        var python = call.Session.Resource(() => new PythonProcess(path, call.Session.Options.WorkingDirectory));
        try
        {
            // Empty lines in front keep the line numbers of tracebacks those of the cell.
            var code = new string('\n', call.Segment.FirstLine - 1) + call.Body;
            if (python.Execute(code, call.Cell.Name, call.Cell) is { } error) throw new CellException(error);
        }
        catch (IOException exception)
        {
            call.Session.Discard(python);
            throw new CellException("ProgramFailed", $"{exception.Message} The next Python cell starts a new one, without the variables.");
        }
        catch (OperationCanceledException) when (!python.IsAlive)
        {
            call.Session.Discard(python);
            throw;
        }
    }
}
