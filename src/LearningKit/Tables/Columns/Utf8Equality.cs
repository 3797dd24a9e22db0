using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LearningKit.Tables;

/// <summary>Lets a dictionary of texts be asked by UTF-8 bytes, so that a text that is known need not be made again.</summary>
sealed class Utf8Equality : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    const int OnStack = 256;

    public static Utf8Equality Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public bool Equals(ReadOnlySpan<byte> alternate, string other)
    {
        if (alternate.Length == other.Length) return Ascii.Equals(alternate, other);   // as long in bytes as in characters: ASCII, or different
        if (alternate.Length < other.Length) return false;
        return Encoding.UTF8.GetByteCount(other) == alternate.Length && alternate.SequenceEqual(Encoding.UTF8.GetBytes(other));
    }

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = new HashCode();
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public int GetHashCode([DisallowNull] string obj)
    {
        var most = Encoding.UTF8.GetMaxByteCount(obj.Length);
        var buffer = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        return GetHashCode(buffer[..Encoding.UTF8.GetBytes(obj, buffer)]);
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
