using LearningKit.Processes.Wire;

namespace LearningKit.Processes;

/// <summary>One call of a pool by its user: what all tasks have in common that come from it.</summary>
/// <param name="function">The function that its tasks are for; null if each brings its own.</param>
sealed class PoolCall(PoolFunction? function = null)
{
    const int SmallestPipe = 4096;
    const int MostInPipe = 16;
    const double Remembered = 0.75;

    static readonly TimeSpan longestWait = TimeSpan.FromMilliseconds(1);

    TimeSpan? recent;
    volatile int largest = SmallestPipe / MostInPipe;   // bytes that a frame in a pipe may have

    /// <summary>The function that its tasks are for; null if each brings its own.</summary>
    public PoolFunction? Function => function;

    /// <summary>What follows the caller into callbacks, for example the notebook's cell, in which workers' prints are to be shown.</summary>
    public ExecutionContext? Context { get; } = ExecutionContext.Capture();

    /// <summary>Why no task of it may start any more; null while they may. Guarded by the dispatcher.</summary>
    public Exception? Cancelled { get; set; }

    /// <summary>
    /// How many of its tasks may wait with a worker behind the one that it executes: so many that they wait less than a
    /// millisecond if they take as long as those before, and all fit into the pipe. Guarded by the dispatcher.
    /// </summary>
    public int MostBehind => recent is not { } took ? 0 : (int)Math.Min(SmallestPipe / largest, longestWait.Ticks / Math.Max(took.Ticks, 1));

    /// <summary>Notes how long a task has taken; a long one is forgotten bit by bit. Guarded by the dispatcher.</summary>
    public void Took(TimeSpan duration)
    {
        var remembered = (recent ?? TimeSpan.Zero) * Remembered;
        recent = duration > remembered ? duration : remembered;
    }

    /// <summary>
    /// Whether a task may wait in the pipe to a worker. All that wait there must fit into the smallest pipe that there is, of
    /// 4 KiB: else the pool would wait for room, and the worker until the pool reads its result. One that is larger than those before
    /// may not, but fewer of its size may from now on.
    /// </summary>
    /// <param name="arguments">Bytes of its arguments: what the next task will have, too, more or less.</param>
    /// <param name="frame">Bytes of its frame, with the code that goes along.</param>
    public bool MayWait(long arguments, long frame)
    {
        var fits = frame <= largest;
        largest = (int)Math.Clamp(arguments + FrameHeader.Size, largest, SmallestPipe + 1);
        return fits;
    }
}
