using System.Diagnostics;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>The worker's side of a pool: executes the tasks that come over a channel, one at a time.</summary>
static class TaskLoop
{
    /// <summary>Serves until a Stop frame or the end of the connection. Called by the program when it is connected.</summary>
    public static void Run(FrameChannel channel, WorkerOptions self)
    {
        using var inbox = new Inbox(channel);
        channel.Send(FrameKind.Hello, 0);
        while (inbox.Next() is { } task)
        {
            WorkerContext.Current = new(self.Name, self.Index, task.Token);
            var (kind, parcel) = Execute(task);
            WorkerConsole.Flush();
            try { channel.Send(kind, task.Id, parcel); }
            catch (IOException) { return; }   // Nobody waits for it any more.
        }
    }

    static (FrameKind Kind, Parcel Parcel) Execute(WorkerTask task)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return (FrameKind.Result, task.Work.Execute(task.Token));
        }
        catch (Exception exception)
        {
            return (FrameKind.Failure, Packer.Pack(new Failed(Measured.Since(started), exception)));
        }
    }
}
