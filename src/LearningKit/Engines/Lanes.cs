namespace LearningKit.Engines;

/// <summary>
/// Gives numbers to workers that have none of their own (threads of a pool, waiting parts), so that a timeline has one lane a
/// thread: a thread gets the lane that it had before when that is free, else one that nobody had, else the lowest free one.
/// </summary>
/// <param name="count">How many workers there may be at the same time.</param>
sealed class Lanes(int count)
{
    const int Nobody = 0;

    readonly bool[] taken = new bool[count];
    readonly int[] lastThread = new int[count];

    /// <summary>Takes a lane for the calling thread.</summary>
    public int Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        lock (taken)
        {
            var lane = FreeLaneOf(thread) ?? FreeLaneOf(Nobody) ?? Array.IndexOf(taken, false);
            taken[lane] = true;
            lastThread[lane] = thread;
            return lane;
        }
    }

    /// <summary>Gives a lane back.</summary>
    public void Leave(int lane)
    {
        lock (taken) taken[lane] = false;
    }

    int? FreeLaneOf(int thread)
    {
        for (var lane = 0; lane < count; lane++)
            if (!taken[lane] && lastThread[lane] == thread) return lane;
        return null;
    }
}
