using LearningKit.Processes.Wire;

namespace LearningKit.Processes;

/// <summary>The worker's side of a pool: executes the tasks that come over a channel, one at a time.</summary>
static class TaskLoop
{
    /// <summary>Serves until a Stop frame or the end of the connection. Called by the program when it is connected.</summary>
    public static void Run(FrameChannel channel, WorkerOptions self) => throw new NotImplementedException();
}
