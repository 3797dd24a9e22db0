using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>Where tasks print to, in a worker.</summary>
static class WorkerConsole
{
    static (LineWriter Writer, TextWriter Gate)[] streams = [];

    /// <summary>Lets <see cref="Console"/> print whole, marked lines into a pipe.</summary>
    public static void Take(Stream pipe)
    {
        LineWriter output = new(pipe, LineWriter.OutputMark), error = new(pipe, LineWriter.ErrorMark);
        Console.SetOut(output);
        Console.SetError(error);
        streams = [(output, Console.Out), (error, Console.Error)];   // Console's wrapper locks itself around each call
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
    }

    /// <summary>Hands on what was printed without the end of a line, here and by libraries in C.</summary>
    public static void Flush()
    {
        foreach (var (writer, gate) in streams)
            lock (gate) writer.EndBegunLine();
        StandardStreams.FlushLibraries();
    }
}
