namespace LearningKit.Shipping;

/// <summary>Packs a value for another process: data, a delegate with what it captured, or any mix of them.</summary>
/// <example>
/// <code>
/// var factor = 3;
/// Func&lt;int, int&gt; times = x => factor * x;
/// Parcel parcel = Packer.Pack(times);
/// // ... in another process:
/// var again = Unpacker.Unpack&lt;Func&lt;int, int&gt;&gt;(parcel.Body.Span, buffers);
/// </code>
/// </example>
/// <remarks>Thread-safe. The README in this folder says what travels, in which form, byte by byte.</remarks>
public static class Packer
{
    /// <summary>Packs a value. Nothing is sent: a value that cannot travel is refused here.</summary>
    /// <exception cref="CannotTravelException">Something in it cannot travel; names the path to it and says what to do.</exception>
    public static Parcel Pack<T>(T value) => ParcelWriter.Pack(value);
}
