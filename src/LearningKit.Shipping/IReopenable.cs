namespace LearningKit.Shipping;

/// <summary>
/// Something that does not travel by its contents: only its address does, and it is opened again where it arrives. A shared
/// array or a lock between processes is one.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IReopenable<TSelf>
    where TSelf : class, IReopenable<TSelf>
{
    /// <summary>What to open it by in any process of this machine: a few bytes of text.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    string Address { get; }

    /// <summary>Opens it in this process. The same address gives the same object again while that is open.</summary>
    /// <exception cref="IOException">There is nothing at this address any more.</exception>
    static abstract TSelf Open(string address);
}
