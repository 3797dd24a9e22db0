namespace LearningKit.Tracing;

/// <summary>What a worker did in a span of time. Every engine uses the same words.</summary>
public enum TraceCategory
{
    /// <summary>Dividing the problem.</summary>
    Divide,

    /// <summary>Executing a part.</summary>
    Execute,

    /// <summary>Gathering partial results.</summary>
    Gather,

    /// <summary>Waiting for another worker, a lock or a device.</summary>
    Wait,

    /// <summary>Moving data between workers.</summary>
    Communicate,
}
