namespace LearningKit.Processes;

/// <summary>The program of a worker: <c>kit worker</c>, and this library started by itself.</summary>
public static class WorkerProgram
{
    /// <summary>Serves the process that started this one until it closes the connection or ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Main() => throw new NotImplementedException();
}
