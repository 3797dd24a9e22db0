using LearningKit.Processes.Segments;

namespace LearningKit.Processes;

/// <summary>Something in the memory that processes of one machine share.</summary>
/// <remarks>
/// <para>It travels to workers by its address, in a lambda or as an argument: whoever receives it has the same memory, not a copy.</para>
/// <para>It lives as long as the process that made it keeps it open. So the process that starts the workers makes it, hands it to
/// them and disposes of it after the last use. A worker may make one and return it; it can be opened as long as that worker lives.
/// Those who have it open when its maker closes it go on with theirs; nobody can open it any more. Nothing is left behind,
/// however processes end.</para>
/// <para>One whose address or memory was handed out is not collected as garbage: dispose of it.</para>
/// </remarks>
public abstract class SharedObject : IDisposable
{
    readonly SharedSegment segment;
    bool disposed;

    private protected SharedObject(SharedSegment segment, string contents, int side = 0)
    {
        this.segment = segment;
        Contents = contents;
        Name = (segment.Key, side);
    }

    /// <summary>What other processes of this user on this machine open it by.</summary>
    /// <exception cref="ObjectDisposedException">It is disposed of.</exception>
    public string Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return AddressOf(Name.Side);
        }
    }

    internal (UInt128 Key, int Side) Name { get; }

    internal string Contents { get; }

    internal bool IsMadeHere => segment.Creator == ProcessIdentity.Current;

    internal bool IsKeptByCreator => !disposed && segment.IsKeptByCreator;

    /// <summary>Closes it in this process, when members that run have ended. Other processes keep theirs.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true)) return;
        SharedRegistry.Remove(this);
        Closing();
        segment.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The address of an object in the same segment.</summary>
    private protected string AddressOf(int side)
    {
        Keep();
        return new SharedAddress(Name.Key, segment.Place, side).ToString();
    }

    private protected SharedSegment.Access Use()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return segment.Use();
    }

    /// <summary>Called once, when nobody can open it here any more and it is still mapped.</summary>
    private protected virtual void Closing() { }

    /// <summary>As <see cref="Use"/>, also while it is being closed.</summary>
    private protected SharedSegment.Access Access() => segment.Use();

    private protected long BodySize => segment.Size;

    /// <summary>Its memory or its address gets out: it must not be collected while somebody may use them.</summary>
    private protected void Keep()
    {
        if (IsMadeHere) SharedRegistry.Keep(this);
    }

    /// <summary>What the header says of a type that holds elements of another.</summary>
    private protected static string Describe(string type, Type element) => $"{type}<{element}>";
}
