using LearningKit.ChildProcesses;

namespace LearningKit.Notebooks.Python;

/// <summary>The Python process of a session: started by its first use, forgotten when it has died.</summary>
static class SessionPython
{
    /// <summary>True after the first use.</summary>
    public static bool HasStarted(CSharpSession session) => session.FindResource<PythonProcess>() is not null;

    /// <summary>Uses the process.</summary>
    /// <param name="session">The session.</param>
    /// <param name="use">What to do with it.</param>
    /// <exception cref="CellException">There is no Python, or it died.</exception>
    public static T Use<T>(CSharpSession session, Func<PythonProcess, T> use)
    {
        var path = PythonInstallation.Path ?? throw new CellException("PythonMissing", PythonInstallation.Missing);
        var python = session.Resource(() => new PythonProcess(path, session.Options.WorkingDirectory));
        try
        {
            return use(python);
        }
        catch (IOException exception)
        {
            session.Discard(python);
            throw new CellException("ProgramFailed", $"The Python process has ended: {exception.Message} The next Python cell starts a new one, without the variables.");
        }
        catch (OperationCanceledException) when (!python.IsAlive)
        {
            session.Discard(python);
            throw;
        }
    }
}
