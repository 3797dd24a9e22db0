using System.Buffers.Binary;
using System.Text;

namespace LearningKit.Notebooks.Jupyter.Zmtp;

/// <summary>A command: a name and what belongs to it (ZMTP 3.1, "Commands", "The NULL security mechanism", "Heartbeating").</summary>
/// <param name="Name">The name: READY, ERROR, PING, PONG, SUBSCRIBE, CANCEL.</param>
/// <param name="Data">What belongs to it.</param>
readonly record struct Command(string Name, ReadOnlyMemory<byte> Data)
{
    const int TimeToLiveLength = 2;
    const int LongestContext = 16;

    /// <summary>Reads the body of a command frame.</summary>
    /// <exception cref="ZmtpException">The body ends within the name.</exception>
    public static Command Read(ReadOnlyMemory<byte> body)
    {
        var rest = body;
        var name = TakeName(ref rest);
        return new(name, rest);
    }

    /// <summary>The body of a command frame.</summary>
    public byte[] Write()
    {
        var bytes = new byte[1 + Name.Length + Data.Length];
        bytes[0] = (byte)Name.Length;
        Encoding.Latin1.GetBytes(Name, bytes.AsSpan(1));
        Data.CopyTo(bytes.AsMemory(1 + Name.Length));
        return bytes;
    }

    /// <summary>The command with which a socket introduces itself.</summary>
    public static Command Ready(params ReadOnlySpan<(string Name, byte[] Value)> properties)
    {
        var data = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var (name, value) in properties)
        {
            data.WriteByte((byte)name.Length);
            data.Write(Encoding.ASCII.GetBytes(name));
            BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
            data.Write(length);
            data.Write(value);
        }
        return new("READY", data.ToArray());
    }

    /// <summary>The command that refuses a peer.</summary>
    /// <param name="reason">Why, in at most 255 ASCII characters.</param>
    public static Command Error(string reason) => new("ERROR", (byte[])[(byte)reason.Length, .. Encoding.ASCII.GetBytes(reason)]);

    /// <summary>The properties of a READY command; names are compared without regard to case.</summary>
    /// <exception cref="ZmtpException">The data ends within a property.</exception>
    public Dictionary<string, ReadOnlyMemory<byte>> ReadProperties()
    {
        var properties = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.OrdinalIgnoreCase);
        for (var rest = Data; rest.Length > 0;)
        {
            var name = TakeName(ref rest);
            if (rest.Length < 4) throw Truncated();
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            if (length > rest.Length - 4) throw Truncated();
            properties[name] = rest.Slice(4, (int)length);
            rest = rest[(4 + (int)length)..];
        }
        return properties;
    }

    /// <summary>The answer to this PING: a PONG with the same context.</summary>
    /// <exception cref="ZmtpException">The command lacks its time to live, or its context is longer than 16 bytes.</exception>
    public Command Pong() => Data.Length is >= TimeToLiveLength and <= TimeToLiveLength + LongestContext
        ? new("PONG", Data[TimeToLiveLength..])
        : throw Truncated();

    static string TakeName(ref ReadOnlyMemory<byte> rest)
    {
        if (rest.Length == 0 || rest.Span[0] == 0 || rest.Span[0] >= rest.Length) throw Truncated();
        var length = rest.Span[0];
        var name = Encoding.Latin1.GetString(rest.Span.Slice(1, length));
        rest = rest[(1 + length)..];
        return name;
    }

    static ZmtpException Truncated() => new("it sent a malformed command");
}
