namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>
/// The 64 bytes with which both sides begin: signature (10 bytes), version (2), mechanism (20), as-server (1), filler (31).
/// ZMTP 3.1 (rfc.zeromq.org/spec/37), "Connection greeting".
/// </summary>
static class Greeting
{
    /// <summary>The length of a greeting.</summary>
    public const int Length = 64;

    const int VersionAt = 10;
    const int MechanismAt = 12;
    const int MechanismLength = 20;

    /// <summary>Ours: version 3.1, mechanism NULL.</summary>
    public static byte[] Ours { get; } = Write();

    /// <summary>Reads a peer's greeting and checks it.</summary>
    /// <exception cref="ZmtpException">The peer speaks something else, or wants a mechanism other than NULL.</exception>
    /// <exception cref="IOException">The connection broke or ended.</exception>
    public static async ValueTask ReadAsync(Stream stream, CancellationToken cancel)
    {
        var greeting = new byte[Length];
        // Who speaks something else may send less than 64 bytes and wait: the signature alone tells.
        await stream.ReadExactlyAsync(greeting.AsMemory(0, VersionAt), cancel).ConfigureAwait(false);
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0) throw new ZmtpException("it does not speak ZMTP");
        await stream.ReadExactlyAsync(greeting.AsMemory(VersionAt), cancel).ConfigureAwait(false);
        CheckVersion(greeting);
    }

    static void CheckVersion(ReadOnlySpan<byte> greeting)
    {
        if (greeting[VersionAt] < 3) throw new ZmtpException($"it speaks ZMTP {greeting[VersionAt]}, which is older than 3.0");
        var mechanism = greeting.Slice(MechanismAt, MechanismLength);
        if (!mechanism.TrimEnd((byte)0).SequenceEqual("NULL"u8)) throw new ZmtpException("it wants another mechanism than NULL");
    }

    static byte[] Write()
    {
        var greeting = new byte[Length];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[VersionAt] = 3;
        greeting[VersionAt + 1] = 1;
        "NULL"u8.CopyTo(greeting.AsSpan(MechanismAt));
        return greeting;
    }
}
