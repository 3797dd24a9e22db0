using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A number that processes share and change in single, indivisible steps.</summary>
/// <example>
/// <code>
/// using var found = new SharedCounter();
/// pool.Map(n => { if (IsPrime(n)) found.Increment(); return n; }, numbers);
/// Console.WriteLine(found.Value);
/// </code>
/// </example>
/// <remarks>
/// Thread-safe. A step costs some 20 ns while one process makes it and several times that when two do at once: the cache line
/// travels between their cores. So count in a variable and add the sum once.
/// </remarks>
public sealed unsafe class SharedCounter : SharedObject, IReopenable<SharedCounter>
{
    const string Kind = nameof(SharedCounter);

    SharedCounter(SharedSegment segment)
        : base(segment, Kind) { }

    /// <summary>Makes a counter.</summary>
    /// <param name="value">What it begins with.</param>
    public SharedCounter(long value = 0)
        : this(SharedSegment.Create(Kind, sizeof(long)))
    {
        SharedRegistry.Add(this);
        Exchange(value);
    }

    /// <summary>What it is at this moment.</summary>
    public long Value
    {
        get
        {
            using var access = Use();
            return Volatile.Read(ref *(long*)access.Body);
        }
    }

    /// <summary>Adds one.</summary>
    /// <returns>What it is then.</returns>
    public long Increment() => Add(1);

    /// <summary>Adds a number, which may be negative.</summary>
    /// <returns>What it is then.</returns>
    public long Add(long amount)
    {
        using var access = Use();
        return Interlocked.Add(ref *(long*)access.Body, amount);
    }

    /// <summary>Replaces the value.</summary>
    /// <returns>What it was before.</returns>
    public long Exchange(long value)
    {
        using var access = Use();
        return Interlocked.Exchange(ref *(long*)access.Body, value);
    }

    /// <summary>Replaces the value if it is what somebody expects: the step of which all others can be made.</summary>
    /// <example>
    /// The greatest of all values, whoever else is at it:
    /// <code>
    /// for (var seen = most.Value; seen &lt; mine; seen = most.Value)
    ///     if (most.CompareExchange(mine, expected: seen) == seen) break;
    /// </code>
    /// </example>
    /// <returns>What it was before: <paramref name="expected"/> if it was replaced.</returns>
    public long CompareExchange(long value, long expected)
    {
        using var access = Use();
        return Interlocked.CompareExchange(ref *(long*)access.Body, value, expected);
    }

    /// <inheritdoc/>
    public static SharedCounter Open(string address) => SharedRegistry.Open(address, Kind, static (segment, _) => new SharedCounter(segment));

    /// <summary>The value.</summary>
    public override string ToString() => $"{Value}";
}
