namespace LearningKit.Shipping;

/// <summary>Rebuilds a value that <see cref="Packer"/> has packed in another process.</summary>
/// <remarks>
/// Thread-safe. A parcel may hold code, so unpacking one means to trust its sender: the connection has checked a key before
/// it hands a parcel on.
/// </remarks>
public static class Unpacker
{
    /// <summary>Rebuilds a value. The code that it needs must have been given to <see cref="CodeStore"/> before.</summary>
    /// <param name="body">The parcel's body.</param>
    /// <param name="buffers">Where the contents of its large arrays come from.</param>
    /// <exception cref="WireFormatException">The bytes are no parcel, or one of another version.</exception>
    public static T Unpack<T>(ReadOnlySpan<byte> body, IBufferSource buffers) =>
        ParcelReader.Unpack<T>(body, buffers);
}
