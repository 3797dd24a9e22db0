namespace LearningKit.Engines;

/// <summary>Who gets which part. The terms are those of OpenMP's schedule clause.</summary>
public enum Schedule
{
    /// <summary>A worker that is free takes the next part: evens out unequal parts, costs one atomic step a part.</summary>
    Dynamic,

    /// <summary>Each worker gets one block of neighbouring parts beforehand: no traffic, but the slowest block decides.</summary>
    Static,

    /// <summary>Parts are dealt like cards, part i to worker i modulo workers: no traffic, and neighbours are spread.</summary>
    Cyclic,
}
