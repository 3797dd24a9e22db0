using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using LearningKit.Shipping;

namespace LearningKit.Processes.Wire;

/// <summary>
/// A connection between a pool and one worker that carries frames both ways. Code is sent before the first frame that needs it,
/// once for each connection, and not to where it came from; contents of large arrays go by shared memory where that pays.
/// </summary>
/// <remarks>Any thread may send; one thread receives.</remarks>
public sealed class FrameChannel : IDisposable
{
    const int SentInOnePiece = 64 * 1024;
    const int CodeHeaderSize = 12;
    const long LeastThroughRing = 256 * 1024;

    static readonly TimeSpan untilRingAccepted = TimeSpan.FromMilliseconds(100);

    readonly Stream input;
    readonly Stream output;
    readonly Action<ReadAhead>? greet;
    readonly ReadAhead incoming;
    readonly Lock sending = new();
    readonly ConcurrentDictionary<string, bool> known = new();   // modules that the other end has, for it was sent or came from there
    readonly byte[] outgoing = new byte[SentInOnePiece];
    bool greeted;
    bool ringWasOffered;
    FrameBuffers buffers;
    volatile ByteRing? outgoingRing;
    volatile ByteRing? incomingRing;
    volatile bool isAbandoned;

    /// <summary>Makes a channel over two streams, whose other end has proven that it knows the key.</summary>
    public FrameChannel(Stream input, Stream output)
        : this(input, output, new(input), greet: null)
    {
    }

    /// <summary>Makes a channel whose other end is checked before the first frame is received.</summary>
    /// <param name="input">Where frames come from.</param>
    /// <param name="output">Where frames go.</param>
    /// <param name="incoming">Reads <paramref name="input"/>.</param>
    /// <param name="greet">Checks the greeting, or throws.</param>
    internal FrameChannel(Stream input, Stream output, ReadAhead incoming, Action<ReadAhead>? greet)
    {
        (this.input, this.output, this.incoming, this.greet) = (input, output, incoming, greet);
        buffers = new(incoming, null, 0);
    }

    /// <summary>Sends a frame and returns when it is written.</summary>
    /// <param name="kind">What it means to the receiver.</param>
    /// <param name="id">What it is about: the number of a task or of a function.</param>
    /// <param name="parcel">What it carries, or null.</param>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(FrameKind kind, long id, Parcel? parcel = null) => Send([(kind, id, parcel)]);

    /// <summary>Sends frames, one behind the other and nothing in between: small ones by one system call.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Send(ReadOnlySpan<(FrameKind Kind, long Id, Parcel? Parcel)> frames)
    {
        lock (sending)
        {
            try
            {
                var pieces = new PieceWriter(output, outgoing);
                foreach (var (kind, id, parcel) in frames) Write(ref pieces, kind, id, parcel);
                pieces.Flush();
            }
            catch (ObjectDisposedException exception)
            {
                throw new IOException("The connection to the other process is closed.", exception);
            }
        }
    }

    /// <summary>How many bytes a parcel would take now, with its frame and with the code that was not sent yet.</summary>
    public long SizeOf(Parcel parcel)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        lock (sending) return FrameHeader.Size + parcel.Size + Unsent(parcel.Code).Sum(unit => (long)SizeOf(unit));
    }

    /// <summary>Waits for a frame; null when the other end has closed the connection or is gone.</summary>
    /// <exception cref="WireFormatException">What came is no frame.</exception>
    public Frame? Receive()
    {
        try
        {
            if (!greeted) greet?.Invoke(incoming);
            greeted = true;
            return Read();
        }
        catch (Exception exception) when (exception is IOException and not WireFormatException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        output.Dispose();
        input.Dispose();
        outgoingRing?.Dispose();
        incomingRing?.Dispose();
    }

    /// <summary>
    /// Says that the other process is gone, which the streams tell by themselves: who waits in shared memory learns it so. What
    /// has arrived can still be received.
    /// </summary>
    internal void Abandon()
    {
        isAbandoned = true;
        outgoingRing?.Abandon();
        incomingRing?.Abandon();
    }

    Frame Read()
    {
        Span<byte> bytes = stackalloc byte[FrameHeader.Size];
        while (true)
        {
            buffers.SkipRest();
            incoming.Fill(bytes);
            var header = FrameHeader.Read(bytes);
            for (var unit = 0; unit < header.CodeUnits; unit++) AddCode(ReadCode());
            var body = incoming.Take(header.BodyLength);
            if (header.ThroughRing && incomingRing is null) throw new WireFormatException("The other process sends arrays through shared memory that it has not told of.");
            buffers = new(incoming, header.ThroughRing ? incomingRing : null, header.BuffersLength);
            if (header.Kind != FrameKind.Ring) return new(header.Kind, header.Id, body, buffers);
            AcceptRing(Encoding.UTF8.GetString(body));
        }
    }

    void AcceptRing(string address)
    {
        try
        {
            incomingRing ??= ByteRing.Accept(address);
            if (isAbandoned) incomingRing.Abandon();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException) { } // Then arrays come by the stream.
    }

    void AddCode(CodeUnit unit)
    {
        CodeStore.Add(unit);
        known[unit.ModuleId] = true;
    }

    CodeUnit ReadCode()
    {
        Span<byte> header = stackalloc byte[CodeHeaderSize];
        incoming.Fill(header);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header);
        var idLength = BinaryPrimitives.ReadUInt16LittleEndian(header[2..]);
        var pathLength = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        var imageLength = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (pathLength is < 0 or > ushort.MaxValue || imageLength < 0) throw new WireFormatException("What came from the other process as code is none: its lengths make no sense.");
        var name = ReadText(nameLength);
        var id = ReadText(idLength);
        var path = ReadText(pathLength);
        return new(name, id, incoming.Take(imageLength), path.Length == 0 ? null : path);
    }

    string ReadText(int length) => Encoding.UTF8.GetString(incoming.Take(length));

    void Write(ref PieceWriter pieces, FrameKind kind, long id, Parcel? parcel)
    {
        var code = Unsent(parcel?.Code ?? []);
        var body = parcel?.Body ?? default;
        var buffers = parcel?.Buffers ?? [];
        var buffersLength = 0L;
        foreach (var buffer in buffers) buffersLength += buffer.Length;
        if (buffersLength >= LeastThroughRing) OfferRing(ref pieces);
        var ring = buffersLength >= LeastThroughRing ? outgoingRing : null;

        new FrameHeader(kind, code.Count, id, body.Length, buffersLength, ring is not null).Write(pieces.Reserve(FrameHeader.Size));
        foreach (var unit in code) WriteCode(ref pieces, unit);
        pieces.Write(body.Span);
        if (ring is null)
        {
            foreach (var buffer in buffers) pieces.Write(buffer.Span);
        }
        else
        {
            pieces.Flush();   // the reader takes nothing out of the ring before it has the frame
            foreach (var buffer in buffers) ring.Write(buffer.Span);
        }
        foreach (var unit in code) known[unit.ModuleId] = true;
    }

    IReadOnlyList<CodeUnit> Unsent(IReadOnlyList<CodeUnit> code) =>
        code.Count == 0 ? code : [.. code.Where(unit => !known.ContainsKey(unit.ModuleId))];

    /// <summary>Before the first large arrays. Elsewhere than on Linux waiting in shared memory is slower than a pipe.</summary>
    void OfferRing(ref PieceWriter pieces)
    {
        if (ringWasOffered || !OperatingSystem.IsLinux()) return;
        ringWasOffered = true;
        ByteRing ring;
        try
        {
            ring = ByteRing.Create();
        }
        catch (IOException)
        {
            return;   // Memory is short: arrays go by the stream.
        }
        Write(ref pieces, FrameKind.Ring, 0, new(Encoding.UTF8.GetBytes(ring.Address), [], []));
        pieces.Flush();
        if (ring.WaitUntilAccepted(untilRingAccepted)) outgoingRing = ring;
        else ring.Dispose();
        if (isAbandoned) ring.Abandon();
    }

    static int SizeOf(CodeUnit unit) => CodeHeaderSize + unit.Name.Length + unit.ModuleId.Length + (unit.Path?.Length ?? 0) + (unit.HasImage ? unit.Image.Length : 0);

    static void WriteCode(ref PieceWriter pieces, CodeUnit unit)
    {
        var name = Encoding.UTF8.GetBytes(unit.Name);
        var id = Encoding.UTF8.GetBytes(unit.ModuleId);
        var path = Encoding.UTF8.GetBytes(unit.Path ?? "");
        var image = unit.HasImage ? unit.Image : default;   // else the worker, on this machine, reads the file
        var header = pieces.Reserve(CodeHeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header, checked((ushort)name.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], checked((ushort)id.Length));
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], path.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], image.Length);
        pieces.Write(name);
        pieces.Write(id);
        pieces.Write(path);
        pieces.Write(image.Span);
    }
}
