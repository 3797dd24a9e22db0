using System.Text;
using LearningKit.ChildProcesses;
using LearningKit.Notebooks.Running;
using LearningKit.Shipping;

namespace LearningKit.Notebooks;

/// <summary>The worker's side of <see cref="WorkerSession"/>.</summary>
public static class SessionWorker
{
    /// <summary>
    /// Executes the cells that come on the standard input and tells on the standard output what they show. Must be the first
    /// thing that the program does: the streams are taken from the console.
    /// </summary>
    /// <returns>Never: the process ends with its parent, whatever threads the cells have left.</returns>
    public static Task<int> RunAsync()
    {
        StandardStreams.LeaveTerminal();
        var (input, output, printed) = StandardStreams.Take();
        var channel = new MessageChannel(input, output);
        RoslynWarmUp.Start();
        if (channel.Read(_ => { }) is { } first) Serve(channel, WorkerMessage.ReadOptions(first), printed);
        ProcessTree.KillThisProcess();
        return Task.FromResult(0);
    }

    static void Serve(MessageChannel channel, SessionOptions options, Stream printed)
    {
        var session = new CSharpSession(options);
        // A cell may call Environment.Exit: what it wrote just before is still to be seen.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => session.FlushOutput();
        var requests = new WorkerRequests(session, channel, id =>
        {
            StandardStreams.FlushLibraries();
            printed.Write(Encoding.UTF8.GetBytes(PrintedText.Mark(id)));
        });
        channel.Send(WorkerMessage.Of("ready"));
        while (channel.Read(_ => { }) is { } message) requests.Receive(message);
    }
}
