namespace LearningKit.Engines;

/// <summary>How the thread pool is handed the parts.</summary>
public enum TaskPartitioner
{
    /// <summary><see cref="Parallel.For(int, int, Action{int})"/> as it is: ranges that grow while they go well.</summary>
    Adaptive,

    /// <summary>Fixed ranges, one a worker: least overhead, least balance.</summary>
    Range,

    /// <summary>One part at a time to whoever is free: most balance, most overhead.</summary>
    LoadBalancing,
}
