namespace LearningKit.Workloads;

/// <summary>How a <see cref="LocalServer"/> behaves: how long it takes, how much it can take, what it serves, when it fails.</summary>
/// <example>
/// <code>
/// // A server with 16 tills: 20 ms for each customer, and at most 100 people in the shop.
/// new LocalServerOptions { Latency = TimeSpan.FromMilliseconds(20), Capacity = 16, MostWaiting = 100 }
/// </code>
/// </example>
public sealed record LocalServerOptions
{
    /// <summary>How long a request is worked on before it is answered.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// How many requests are worked on at the same time; the others stand in line. The server answers at most
    /// <see cref="Capacity"/> requests in each <see cref="Latency"/>.
    /// </summary>
    public int Capacity { get; init; } = int.MaxValue;

    /// <summary>How many requests may wait, those being worked on and those in line: one more is turned away with the status 503.</summary>
    public int MostWaiting { get; init; } = int.MaxValue;

    /// <summary>What a request waits for besides <see cref="Latency"/>, by its number: a gate that the caller opens. Null: for nothing.</summary>
    public Func<long, CancellationToken, Task>? Gate { get; init; }

    /// <summary>Says which requests fail with the status 503: the number, and how often it was asked for before. Null fails none.</summary>
    public Func<long, int, bool>? Fails { get; init; }

    /// <summary>The document that belongs to a number; by default the value of <see cref="FetchValues.Value"/>.</summary>
    public Func<long, string> Document { get; init; } = number => FetchValues.Value(number).ToString();

    /// <summary>Returns these options when they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The latency is negative, or nobody could be served.</exception>
    public LocalServerOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostWaiting, 1);
        return this;
    }
}
