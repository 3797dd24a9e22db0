using System.Diagnostics.CodeAnalysis;
using LearningKit.Processes.Segments;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>One end of a line between two processes: what one end sends, the other receives, both ways. Python's multiprocessing.Pipe.</summary>
/// <example>
/// <code>
/// using var here = new SharedPipe&lt;string&gt;();
/// var there = here.Other;
/// var answer = pool.ApplyAsync(() => { there.Send(there.Receive().ToUpper()); return 0; });
/// here.Send("hello");
/// Console.WriteLine(here.Receive());      // HELLO
/// </code>
/// </example>
/// <typeparam name="T">Whatever can travel to another process.</typeparam>
/// <remarks>
/// <para>An end belongs to the process that used it last. When that has ended or has closed it, the other end receives what is
/// still on the way and then <see cref="EndOfStreamException"/>: nobody waits for the dead.</para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed unsafe class SharedPipe<T> : SharedObject, IReopenable<SharedPipe<T>>
{
    const int UsersSize = 128;
    const int Capacity = 1024;
    const long RoomOfPacked = 1 << 20;

    static readonly string contents = Describe("SharedPipe", typeof(T));

    readonly int side;
    SharedPipe<T>? other;

    SharedPipe(SharedSegment segment, int side)
        : base(segment, contents, side) => this.side = side;

    /// <summary>Makes a pipe: this is one end, <see cref="Other"/> the other. Who sends waits when 1024 items or a mebibyte are on the way.</summary>
    public SharedPipe()
        : this(SharedSegment.Create(contents, UsersSize + (2 * ItemRing.SizeOf(Room))), 0)
    {
        using var access = Use();
        for (var direction = 0; direction < 2; direction++) RingIn(access, direction).Initialize(Capacity, Room);
        SharedRegistry.Add(this);
    }

    /// <summary>The other end: the one to send to another process. Disposed of with this one.</summary>
    public SharedPipe<T> Other => other ??= Open(AddressOf(1 - side));

    /// <summary>True if something can be received at this moment.</summary>
    public bool Poll
    {
        get
        {
            using var access = Use();
            return RingIn(access, 1 - side).Count > 0;
        }
    }

    /// <summary>Sends an item; waits while too much is on the way.</summary>
    /// <exception cref="IOException">The process at the other end has ended, and too much is on the way for this item.</exception>
    /// <exception cref="InvalidOperationException">This end is completed.</exception>
    /// <exception cref="CannotTravelException">Something in the item cannot go to another process.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public void Send(T item, CancellationToken cancel = default)
    {
        var bytes = ItemFormat<T>.Pack(item);
        using var access = Use();
        BelongHere(access);
        var ring = RingIn(access, side);
        ItemFormat<T>.ThrowIfTooLarge(bytes, ring);
        ring.TryAdd(bytes, Timeout.InfiniteTimeSpan, cancel, () =>
        {
            if (OtherHasEnded(access, out var process)) throw new IOException($"The process {process} at the other end of the pipe has ended.");
        });
    }

    /// <summary>Receives an item; waits until there is one.</summary>
    /// <exception cref="EndOfStreamException">The other end is completed, or its process has ended, and nothing is on the way any more.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public T Receive(CancellationToken cancel = default)
    {
        _ = TryReceive(out var item, Timeout.InfiniteTimeSpan, cancel);
        return item!;
    }

    /// <summary>Receives an item, but waits not longer than that for one.</summary>
    /// <returns>False if time ran out.</returns>
    /// <inheritdoc cref="Receive"/>
    public bool TryReceive([MaybeNullWhen(false)] out T item, TimeSpan timeout, CancellationToken cancel = default)
    {
        using var access = Use();
        BelongHere(access);
        var ring = RingIn(access, 1 - side);
        var received = ring.TryTake(out var bytes, timeout, cancel, () =>
        {
            if (OtherHasEnded(access, out var process) && ring.Count == 0)
                throw new EndOfStreamException($"The process {process} at the other end of the pipe has ended: nothing comes any more.");
        });
        if (!received && ring.IsCompleted) throw new EndOfStreamException("The other end of the pipe is completed: nothing comes any more.");
        item = received ? ItemFormat<T>.Unpack(bytes!) : default;
        return received;
    }

    /// <summary>Tells the other end that nothing will be sent any more.</summary>
    public void Complete()
    {
        using var access = Use();
        RingIn(access, side).Complete();
    }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1000", Justification = "The contract of what is opened by its address.")]
    public static SharedPipe<T> Open(string address) => SharedRegistry.Open(address, contents, static (segment, side) => new SharedPipe<T>(segment, side));

    /// <summary>Who closes the end that it used has nothing more to say; who only made it and sent it away has not spoken.</summary>
    private protected override void Closing()
    {
        using (var access = Access())
            if (Volatile.Read(ref UserIn(access, side)) == ProcessIdentity.Current.Code) RingIn(access, side).Complete();
        if (IsMadeHere) other?.Dispose();
    }

    static long Room => ItemFormat<T>.FixedLength is { } length ? Capacity * ItemRing.RoomOf(length) : RoomOfPacked;

    void BelongHere(SharedSegment.Access access) => Volatile.Write(ref UserIn(access, side), ProcessIdentity.Current.Code);

    bool OtherHasEnded(SharedSegment.Access access, out int process)
    {
        var user = new ProcessIdentity(Volatile.Read(ref UserIn(access, 1 - side)));
        process = user.ProcessId;
        return user != default && !user.IsAlive;
    }

    static ref long UserIn(SharedSegment.Access access, int side) => ref ((long*)access.Body)[side];

    /// <summary>What the end of a number sends through.</summary>
    static ItemRing RingIn(SharedSegment.Access access, int side) => new(access.Body + UsersSize + (side * ItemRing.SizeOf(Room)));
}
