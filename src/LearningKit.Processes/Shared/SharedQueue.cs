using System.Diagnostics.CodeAnalysis;
using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>
/// A bounded queue between processes: any of them adds, any takes, first in, first out. Python's multiprocessing.Queue under the
/// names of .NET's BlockingCollection.
/// </summary>
/// <example>
/// <code>
/// using var lines = new SharedQueue&lt;string&gt;(capacity: 100);
/// var counts = pool.MapAsync(_ => lines.GetConsumingEnumerable().Sum(line => line.Split(' ').Length), Enumerable.Range(0, 2));
/// foreach (var line in File.ReadLines("book.txt")) lines.Add(line);
/// lines.CompleteAdding();
/// </code>
/// </example>
/// <typeparam name="T">Whatever can travel to another process. Numbers and structs of numbers are not packed, only copied.</typeparam>
/// <remarks>
/// <para>A process that is killed while it adds leaves the item out as a whole; one that is killed while it takes leaves it to
/// another. The queue goes on. An item that was taken by a process that ends before it has worked on it is gone.</para>
/// <para>Thread-safe. Items of one producer are taken in the order in which it added them.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed unsafe class SharedQueue<T> : SharedObject, IReopenable<SharedQueue<T>>
{
    const long RoomOfPacked = 1 << 20;

    static readonly string contents = Describe("SharedQueue", typeof(T));

    SharedQueue(SharedSegment segment)
        : base(segment, contents) { }

    /// <summary>Makes a queue.</summary>
    /// <param name="capacity">How many items it holds at most: then who adds waits.</param>
    public SharedQueue(int capacity)
        : this(capacity, ItemFormat<T>.FixedLength is { } length ? capacity * ItemRing.RoomOf(length) : RoomOfPacked) { }

    /// <summary>Makes a queue with more or less memory than a mebibyte for its items; who adds also waits when that is full.</summary>
    /// <param name="capacity">How many items it holds at most.</param>
    /// <param name="room">How many bytes of packed items it holds at most; no item may be larger.</param>
    public SharedQueue(int capacity, long room)
        : this(SharedSegment.Create(contents, SizeOf(capacity, room)))
    {
        using var access = Use();
        new ItemRing(access.Body).Initialize(capacity, room);
        SharedRegistry.Add(this);
    }

    /// <summary>How many items there are at this moment.</summary>
    public int Count
    {
        get
        {
            using var access = Use();
            return new ItemRing(access.Body).Count;
        }
    }

    /// <summary>True if nothing will be added any more; there may still be items to take.</summary>
    public bool IsAddingCompleted
    {
        get
        {
            using var access = Use();
            return new ItemRing(access.Body).IsCompleted;
        }
    }

    /// <summary>Adds an item; waits while the queue is full.</summary>
    /// <exception cref="InvalidOperationException">Adding is completed.</exception>
    /// <exception cref="CannotTravelException">Something in the item cannot go to another process.</exception>
    /// <exception cref="ArgumentException">The packed item is larger than the queue's memory.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public void Add(T item, CancellationToken cancel = default) => TryAdd(item, Timeout.InfiniteTimeSpan, cancel);

    /// <summary>Adds an item, but waits not longer than that for a place.</summary>
    /// <returns>False if time ran out.</returns>
    /// <inheritdoc cref="Add"/>
    public bool TryAdd(T item, TimeSpan timeout, CancellationToken cancel = default)
    {
        var bytes = ItemFormat<T>.Pack(item);
        using var access = Use();
        var ring = new ItemRing(access.Body);
        ItemFormat<T>.ThrowIfTooLarge(bytes, ring);
        return ring.TryAdd(bytes, timeout, cancel);
    }

    /// <summary>Takes the oldest item; waits while there is none.</summary>
    /// <exception cref="InvalidOperationException">There is none, and adding is completed.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public T Take(CancellationToken cancel = default) => TryTake(out var item, Timeout.InfiniteTimeSpan, cancel)
        ? item
        : throw new InvalidOperationException("The queue is empty and completed: nothing comes any more.");

    /// <summary>Takes the oldest item, but waits not longer than that for one.</summary>
    /// <returns>False if time ran out, or if there is none and adding is completed.</returns>
    /// <inheritdoc cref="Take"/>
    public bool TryTake([MaybeNullWhen(false)] out T item, TimeSpan timeout, CancellationToken cancel = default)
    {
        using var access = Use();
        var taken = new ItemRing(access.Body).TryTake(out var bytes, timeout, cancel);
        item = taken ? ItemFormat<T>.Unpack(bytes!) : default;
        return taken;
    }

    /// <summary>Takes items until adding is completed and none are left.</summary>
    public IEnumerable<T> GetConsumingEnumerable(CancellationToken cancel = default)
    {
        while (TryTake(out var item, Timeout.InfiniteTimeSpan, cancel)) yield return item;
    }

    /// <summary>Tells all that nothing will be added any more.</summary>
    public void CompleteAdding()
    {
        using var access = Use();
        new ItemRing(access.Body).Complete();
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000", Justification = "The contract of what is opened by its address.")]
    public static SharedQueue<T> Open(string address) => SharedRegistry.Open(address, contents, static (segment, _) => new SharedQueue<T>(segment));

    static long SizeOf(int capacity, long room)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(room, ItemRing.RoomOf(ItemFormat<T>.FixedLength ?? 1));
        return ItemRing.SizeOf(room);
    }
}
