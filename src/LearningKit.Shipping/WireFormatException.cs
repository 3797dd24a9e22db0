namespace LearningKit.Shipping;

/// <summary>Bytes that should be a parcel or a frame are none: cut, damaged, of another version, or not from the kit.</summary>
public sealed class WireFormatException(string message, Exception? inner = null) : IOException(message, inner);
