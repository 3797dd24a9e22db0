using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace LearningKit.Shipping;

/// <summary>
/// Writes one parcel. An object is written in two steps: its head where it is first referred to, and its contents when its
/// turn comes in a queue. So graphs of any depth need no stack, and a cycle is nothing special.
/// </summary>
sealed class ParcelWriter
{
    [ThreadStatic]
    static ParcelWriter? spare;

    readonly ObjectTable objects = new();
    readonly ObjectTable types = new();
    readonly Queue<(object Item, Shape Shape)> queue = new();
    readonly List<ReadOnlyMemory<byte>> buffers = [];
    readonly PathTrace trace = new();
    byte[] bytes = new byte[256];
    int length;
    Shape? last;
    bool isApart;

    /// <summary>What the delegates of the parcel can reach; found as they are met.</summary>
    public Reached Reached { get; } = new();

    /// <summary>Packs a value.</summary>
    public static Parcel Pack<T>(T value)
    {
        var writer = spare ?? new();
        spare = null;   // a getter that is called on the way may pack something, too
        try
        {
            return writer.Write(value);
        }
        finally
        {
            writer.Clear();
            writer.Reached.Clear();
            writer.trace.IsOn = false;
            spare = writer;
        }
    }

    /// <summary>
    /// Packs fields of an object into a parcel of its own: without a beginning, without code, and with all arrays in it.
    /// </summary>
    /// <returns>Null if one of them cannot travel.</returns>
    public static byte[]? TryPackFields(FieldSlot[] fields, object item)
    {
        if (fields.Length == 0) return [];
        var writer = new ParcelWriter { isApart = true };
        var isWritten = writer.TryWriteApart(() =>
        {
            foreach (var field in fields) field.Slot.Write(writer, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
            writer.Drain();
            writer.WriteStatics();
        });
        return isWritten ? writer.bytes.AsSpan(0, writer.length).ToArray() : null;
    }

    /// <summary>What stands for a value and all that it holds: the same as long as nothing of it changes.</summary>
    /// <returns>Null if something of it cannot travel.</returns>
    static byte[]? TryDigest(object? value)
    {
        var writer = new ParcelWriter();
        var isWritten = writer.TryWriteApart(() =>
        {
            writer.Reference(value);
            writer.Drain();
        });
        if (!isWritten) return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(writer.bytes, 0, writer.length);
        foreach (var buffer in writer.buffers) hash.AppendData(buffer.Span);
        return hash.GetHashAndReset();
    }

    bool TryWriteApart(Action write)
    {
        try
        {
            do
            {
                Clear();
                write();
            }
            while (Reached.HasOutgrown);
            return true;
        }
        catch (Exception e) when (e is RefusedException or CannotTravelException or InsufficientExecutionStackException)
        {
            return false;
        }
    }

    Parcel Write<T>(T value)
    {
        try
        {
            // What is reached grows with each delegate that is met, and a closure that was written before may then lack a field.
            do WriteOnce(value);
            while (Reached.HasOutgrown);
        }
        catch (RefusedException)
        {
            throw Explain(value);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new CannotTravelException("the value", "its delegates call each other, or its exceptions cause each other, in a chain that is too long.");
        }
        return new(Body(), buffers.Count == 0 ? [] : [.. buffers], Reached.Code());
    }

    ReadOnlyMemory<byte> Body()
    {
        if (length < WireFormat.BufferThreshold) return bytes.AsSpan(0, length).ToArray();
        var body = bytes.AsMemory(0, length);   // too much to copy: it goes along, and the next parcel gets a new one
        bytes = new byte[256];
        return body;
    }

    // Ways are not kept while all goes well, so the value is written once more to learn where it went wrong.
    CannotTravelException Explain<T>(T value)
    {
        try
        {
            trace.IsOn = true;
            WriteOnce(value);
        }
        catch (RefusedException refused)
        {
            return new(trace.Describe(), refused.Message);
        }
        throw new InvalidOperationException("The value was changed by another thread while it was packed.");
    }

    void WriteOnce<T>(T value)
    {
        Clear();
        Raw(WireFormat.Magic);
        Byte(WireFormat.Version);
        Root(value);
        Drain();
        WriteStatics();
    }

    void Root<T>(T value)
    {
        if (typeof(T).IsPrimitive && typeof(T) != typeof(nint) && typeof(T) != typeof(nuint))
        {
            Byte((byte)BuiltInTag<T>.Value);
            Unsafe.WriteUnaligned(ref Reserve(Unsafe.SizeOf<T>()), value);
        }
        else
        {
            Reference(value);
        }
    }

    void WriteStatics()
    {
        while (Reached.NextStatic() is { } field)
        {
            var value = field.GetValue(null);
            var digest = TryDigest(value);
            var isAtHome = StaticFields.IsAtHome(field);
            // What cannot travel is made anew where its type is initialised, if that is all that ever sets it.
            if (digest is null && (field.IsInitOnly || !isAtHome)) continue;
            Byte(1);
            Type(Shapes.Of(field.DeclaringType!));
            Text(field.Name);
            Byte(isAtHome ? (byte)1 : (byte)0);
            if (isAtHome) Raw(digest ?? new byte[WireFormat.DigestSize]);   // without one the value is refused below
            trace.Enter(null);
            trace.Step(field);
            Reference(value);
            trace.Leave();
            Drain();
        }
        Byte(0);
    }

    void Drain()
    {
        while (queue.TryDequeue(out var next))
        {
            trace.Enter(next.Item);
            next.Shape.WriteContents(this, next.Item);
            trace.Leave();
        }
    }

    void Clear()
    {
        objects.Clear();
        types.Clear();
        queue.Clear();
        buffers.Clear();
        trace.Clear();
        if (bytes.Length > 1 << 20) bytes = new byte[256];
        length = 0;
        last = null;
        Reached.Restart();
    }

    /// <summary>True if the path is being looked for, so that steps may cost something.</summary>
    public bool IsTracing => trace.IsOn;

    /// <summary>Notes which part of the present object is written next, for the path in a refusal: a field, an index or a key.</summary>
    public void Step(object part) => trace.Step(part);

    /// <inheritdoc cref="Step(object)"/>
    public void Step(int index) => trace.Step(index);

    /// <summary>Goes into a struct: what is noted from here on is a part of the last step.</summary>
    public void Into() => trace.Into();

    /// <summary>Comes back from a struct.</summary>
    public void OutOf() => trace.OutOf();

    /// <summary>Writes a reference: null, the number of an object that came before, or a new object's type and head.</summary>
    public void Reference(object? item)
    {
        if (item is null)
        {
            Byte(WireFormat.Null);
            return;
        }
        var shape = last?.Type == item.GetType() ? last : last = Shapes.Of(item.GetType());
        if (!shape.IsShared(item))
        {
            Type(shape);
            shape.WriteHead(this, item);
        }
        else if (objects.TryAdd(item, out var number))
        {
            trace.Found(item);
            Type(shape.Written);
            shape.WriteHead(this, item);
            if (shape.HasContents) queue.Enqueue((item, shape));
        }
        else
        {
            Byte(WireFormat.Known);
            Length(number);
        }
    }

    /// <summary>Writes a type: the tag of a built-in one, else its number in the table, with its name if it is new there.</summary>
    public void Type(Shape shape)
    {
        if (shape.BuiltInTag != 0)
        {
            Byte((byte)shape.BuiltInTag);
            return;
        }
        var isNew = types.TryAdd(shape, out var number);
        Length(WireFormat.FirstNamed + number);
        if (!isNew) return;
        Length(shape.Name.Length);
        Raw(shape.Name);
        Reached.Add(shape);
    }

    /// <summary>Writes a number that is not negative, seven bits a byte, lowest first.</summary>
    public void Length(long value)
    {
        for (; value > 0x7F; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    /// <summary>Writes a byte.</summary>
    public void Byte(byte value) => Reserve(1) = value;

    /// <summary>Writes a number of four bytes.</summary>
    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(MemoryMarshal.CreateSpan(ref Reserve(4), 4), value);

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        if (value.Length > 0) value.CopyTo(MemoryMarshal.CreateSpan(ref Reserve(value.Length), value.Length));
    }

    /// <summary>
    /// Writes a string: its length in bytes, doubled, and UTF-8; or, if it holds half a surrogate pair, which UTF-8 cannot
    /// say, its length in characters, doubled, plus one, and the characters.
    /// </summary>
    public void Text(string value)
    {
        if (value.Length <= 40)   // at most 120 bytes: the length takes one or two bytes, both of which are kept free
        {
            var start = length;
            var room = MemoryMarshal.CreateSpan(ref Reserve(2 + (value.Length * 3)), 2 + (value.Length * 3));
            if (Utf8.FromUtf16(value, room[1..], out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done && written < 64)
            {
                room[0] = (byte)(written << 1);
                length = start + 1 + written;
                return;
            }
            length = start;
        }
        LongText(value);
    }

    /// <summary>Writes a string or null.</summary>
    public void OptionalText(string? value)
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is not null) Text(value);
    }

    void LongText(string value)
    {
        var count = CountUtf8(value);
        if (count >= 0)
        {
            Length((long)count << 1);
            if (count > 0) Encoding.UTF8.GetBytes(value, MemoryMarshal.CreateSpan(ref Reserve(count), count));
        }
        else
        {
            Length(((long)value.Length << 1) | 1);
            Raw(MemoryMarshal.AsBytes(value.AsSpan()));
        }
    }

    static int CountUtf8(string value)
    {
        try
        {
            return WireText.Strict.GetByteCount(value);
        }
        catch (EncoderFallbackException)
        {
            return -1;
        }
    }

    /// <summary>
    /// Writes unmanaged elements of an array: their number, doubled, and the bytes; or, if these are many, the number,
    /// doubled, plus one, and the bytes beside the body.
    /// </summary>
    /// <param name="array">The array, of any rank.</param>
    /// <param name="start">Its first byte that counts.</param>
    /// <param name="count">How many elements count.</param>
    /// <param name="size">The bytes of one.</param>
    public void Elements(Array array, long start, long count, int size)
    {
        var isBeside = !isApart && count * size >= WireFormat.BufferThreshold;
        Length((count << 1) | (isBeside ? 1L : 0));
        if (isBeside) buffers.AddRange(ByteView.Of(array, start, count * size));
        else if (count * size > int.MaxValue) throw new RefusedException("it has more than 2 GB.");
        else if (count > 0) Raw(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), (nint)start), (int)(count * size)));
    }

    /// <summary>Room for so many bytes.</summary>
    public ref byte Reserve(int count)
    {
        if (count > bytes.Length - length) Grow(count);
        ref var place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), length);
        length += count;
        return ref place;
    }

    void Grow(int count)
    {
        var needed = (long)length + count;
        if (needed > Array.MaxLength)
            throw new RefusedException("without its arrays of numbers it takes more than 2 GB. Send it in parts.");
        Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, bytes.Length * 2L)));
    }

    static class BuiltInTag<T>
    {
        public static readonly int Value = WireFormat.TagOf(typeof(T));
    }
}
