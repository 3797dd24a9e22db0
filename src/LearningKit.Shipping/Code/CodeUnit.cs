namespace LearningKit.Shipping;

/// <summary>An assembly that a parcel needs.</summary>
/// <param name="Name">Its full name, with version.</param>
/// <param name="Hash">Its SHA-256, in hexadecimal: the name under which it is sent and kept, once for each receiver.</param>
/// <param name="Image">The assembly itself.</param>
/// <param name="Path">The file that it was loaded from, where there is one: a receiver on the same machine may load that if it has the same hash.</param>
public sealed record CodeUnit(string Name, string Hash, ReadOnlyMemory<byte> Image, string? Path);
