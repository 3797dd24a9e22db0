namespace LearningKit.Processes.Wire;

/// <summary>What a frame means. The numbers are part of the wire format.</summary>
public enum FrameKind : byte
{
    /// <summary>To the worker, first: who it is and what it must know. From the worker: it is ready.</summary>
    Hello = 1,

    /// <summary>To the worker: the function that the calls after this frame are for. It comes with the first frame of its id only.</summary>
    Function = 2,

    /// <summary>To the worker: execute a task, the function on the items that come with it.</summary>
    Call = 3,

    /// <summary>From the worker: what a task yielded.</summary>
    Result = 4,

    /// <summary>From the worker: a task threw.</summary>
    Failure = 5,

    /// <summary>To the worker: the task, or the function, of this id is no longer wanted.</summary>
    Cancel = 6,

    /// <summary>To the worker: end when you are done.</summary>
    Stop = 7,

    /// <summary>Either way, and received by the channel itself: the address of the ring that large arrays will come through.</summary>
    Ring = 8,

    /// <summary>To the worker: execute a task that brings its own function.</summary>
    Apply = 9,

    /// <summary>From the worker: a task that it has not begun, for the one before takes long. Another may have it.</summary>
    HandBack = 10,
}
