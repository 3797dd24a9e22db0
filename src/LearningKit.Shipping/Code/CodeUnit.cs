namespace LearningKit.Shipping;

/// <summary>An assembly that a parcel needs.</summary>
/// <param name="Name">Its full name, with version.</param>
/// <param name="ModuleId">The version id of its module, which each compilation makes anew: under it the unit is sent and kept, once for each receiver.</param>
/// <param name="Image">The assembly itself; empty if it is in the file at <paramref name="Path"/>.</param>
/// <param name="Path">
/// The file that it was loaded from, where there is one. A receiver on the same machine needs no image: it loads the file, and
/// refuses to go on if that holds another module.
/// </param>
public sealed record CodeUnit(string Name, string ModuleId, ReadOnlyMemory<byte> Image, string? Path)
{
    readonly ReadOnlyMemory<byte> given = Image;

    /// <summary>The assembly itself, read from the file if it was not given.</summary>
    /// <exception cref="IOException">The file cannot be read any more.</exception>
    public ReadOnlyMemory<byte> Image => given.IsEmpty && Path is not null ? File.ReadAllBytes(Path) : given;

    /// <summary>False if a receiver on this machine can load the file, so that the image need not be sent.</summary>
    public bool HasImage => !given.IsEmpty;
}
