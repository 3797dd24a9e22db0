using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LearningKit.Notebooks.Jupyter.Messages;

/// <summary>
/// Signs what is sent and checks what has come: HMAC-SHA256 over header, parent header, metadata and content ("The wire
/// protocol"). Without a key nothing is signed. Safe on any thread.
/// </summary>
/// <param name="key">The key that the connection file names.</param>
sealed class MessageSigner(string key)
{
    /// <summary>How many signatures are remembered, as many as Jupyter's own session does.</summary>
    const int Remembered = 1 << 16;

    readonly byte[] key = Encoding.UTF8.GetBytes(key);
    readonly Lock gate = new();
    readonly HashSet<UInt128> known = [];
    readonly Queue<UInt128> order = [];

    /// <summary>The signature of the four parts, which follow each other, as hexadecimal text.</summary>
    public byte[] Sign(ReadOnlySpan<byte> parts)
    {
        if (key.Length == 0) return [];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, parts, digest);
        return Hexadecimal(digest);
    }

    /// <summary>
    /// Whether a signature is right and was never seen before: a recorded message that is sent again is refused. Compares in
    /// constant time.
    /// </summary>
    public bool Accepts(ReadOnlySpan<byte> signature, params ReadOnlySpan<byte[]> parts)
    {
        if (key.Length == 0) return true;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return CryptographicOperations.FixedTimeEquals(Hexadecimal(hash.GetCurrentHash()), signature) && IsNew(signature);
    }

    bool IsNew(ReadOnlySpan<byte> signature)
    {
        var half = UInt128.Parse(signature[..32], NumberStyles.HexNumber);
        lock (gate)
        {
            if (!known.Add(half)) return false;
            order.Enqueue(half);
            if (order.Count > Remembered) known.Remove(order.Dequeue());
            return true;
        }
    }

    static byte[] Hexadecimal(ReadOnlySpan<byte> digest)
    {
        var text = new byte[2 * digest.Length];
        Convert.TryToHexStringLower(digest, text, out _);
        return text;
    }
}
