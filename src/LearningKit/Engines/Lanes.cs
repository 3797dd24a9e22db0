namespace LearningKit.Engines;

/// <summary>
/// Gives numbers to workers that have none of their own (threads of a pool, waiting parts): each part holds the lowest
/// free lane while it runs, so a timeline shows as many lanes as parts ran at the same time.
/// </summary>
sealed class Lanes(int count)
{
    readonly bool[] taken = new bool[count];

    /// <summary>Takes the lowest free lane.</summary>
    public int Enter()
    {
        lock (taken)
        {
            var lane = Array.IndexOf(taken, false);
            taken[lane] = true;
            return lane;
        }
    }

    /// <summary>Gives a lane back.</summary>
    public void Leave(int lane)
    {
        lock (taken) taken[lane] = false;
    }
}
