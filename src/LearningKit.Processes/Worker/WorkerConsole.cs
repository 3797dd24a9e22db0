using LearningKit.ChildProcesses;

namespace LearningKit.Processes;

/// <summary>Where tasks print to, in a worker.</summary>
static class WorkerConsole
{
    static LineWriter? output;
    static LineWriter? error;

    /// <summary>Lets <see cref="Console"/> print whole, marked lines into a pipe.</summary>
    public static void Take(Stream pipe)
    {
        Console.SetOut(output = new(pipe, LineWriter.OutputMark));
        Console.SetError(error = new(pipe, LineWriter.ErrorMark));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
    }

    /// <summary>Hands on what was printed without the end of a line, here and by libraries in C.</summary>
    public static void Flush()
    {
        lock (Console.Out) output?.EndBegunLine();
        lock (Console.Error) error?.EndBegunLine();
        StandardStreams.FlushLibraries();
    }
}
