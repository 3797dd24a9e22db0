namespace LearningKit.Exercises;

/// <summary>
/// An answer that a pool of worker processes has computed, and what the pool noted meanwhile. It is data, because exercises
/// know no pool: the notebook runs the learner's code on one and hands in this.
/// </summary>
/// <typeparam name="TAnswer">What the learner's code returned.</typeparam>
/// <param name="Answer">What the learner's code returned.</param>
/// <param name="Items">How many items workers have computed to the end.</param>
/// <param name="BytesSent">Bytes of arguments that went to workers.</param>
/// <param name="BytesReceived">Bytes of results that came back.</param>
public sealed record PooledAnswer<TAnswer>(TAnswer Answer, int Items, long BytesSent, long BytesReceived);
