using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>The program of a worker: <c>kit worker</c>, and this library started by itself.</summary>
public static class WorkerProgram
{
    const int NotAWorker = 2;

    /// <summary>Serves the process that started this one until it closes the connection or ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Main() => Run(TaskLoop.Run);

    /// <summary>As <see cref="Main"/>, with another thing to do than tasks.</summary>
    internal static int Run(Action<FrameChannel, WorkerOptions> serve)
    {
        if (WorkerEnvironment.TakeKey() is not { } key)
        {
            Console.Error.WriteLine("This is the program of a worker. It is started by a pool of processes (LearningKit.Processes.ProcessPool), not by hand.");
            return NotAWorker;
        }
        StandardStreams.LeaveTerminal();
        var (input, output, printed) = StandardStreams.Take();
        ParentWatch.Start(input);
        var incoming = new ReadAhead(input);
        WorkerOptions self;
        try
        {
            self = Greeting.ReadParent(incoming, key);
        }
        catch (WireFormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return NotAWorker;
        }
        catch (EndOfStreamException)
        {
            return 0;
        }
        output.Write(Greeting.OfWorker(key));
        WorkerConsole.Take(printed);
        serve(new(input, output, incoming, greet: null), self);
        WorkerConsole.Flush();
        Environment.Exit(0);   // tasks may have left threads that never end
        return 0;
    }
}
