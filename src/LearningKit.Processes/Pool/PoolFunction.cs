using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A function that many tasks are for. It is packed once and sent once to each worker that gets one of them.</summary>
/// <param name="number">Its number in the pool, from 1.</param>
/// <param name="parcel">The function as it travels.</param>
sealed class PoolFunction(long number, Parcel parcel)
{
    volatile bool over;

    /// <summary>Its number on the wire: below 0, where no task has its own.</summary>
    public long Id => -number;

    /// <summary>The function as it travels.</summary>
    public Parcel Parcel => parcel;

    /// <summary>True when no task needs it any more: workers are told to forget it before their next task.</summary>
    public bool IsOver
    {
        get => over;
        set => over = value;
    }
}
