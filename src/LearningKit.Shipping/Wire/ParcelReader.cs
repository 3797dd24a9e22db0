using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LearningKit.Shipping;

/// <summary>Reads one parcel, in the order in which <see cref="ParcelWriter"/> writes it. Takes nothing that it reads for granted.</summary>
sealed unsafe class ParcelReader
{
    [ThreadStatic]
    static ParcelReader? spare;

    readonly List<object?> objects = [];
    readonly List<Shape> types = [];
    readonly Queue<(object Item, Shape Shape)> queue = new();
    readonly List<Action> late = [];
    byte* at;
    byte* end;
    long claimed;
    IBufferSource source = null!;

    /// <summary>Unpacks a value.</summary>
    public static T Unpack<T>(ReadOnlySpan<byte> body, IBufferSource buffers)
    {
        var reader = spare ?? new();
        spare = null;
        try
        {
            fixed (byte* start = body)
            {
                reader.at = start;
                reader.end = start + body.Length;
                reader.source = buffers;
                return reader.Read<T>();
            }
        }
        catch (Exception e) when (e is EndOfStreamException or InsufficientExecutionStackException)
        {
            throw Damaged(e.Message, e);
        }
        finally
        {
            reader.Clear();
            spare = reader;
        }
    }

    /// <summary>Reads what <see cref="ParcelWriter.TryPackFields"/> packed.</summary>
    /// <returns>False if it makes no sense in this process.</returns>
    public bool TryReadFields(FieldSlot[] fields, object item, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var reader = new ParcelReader { at = start, end = start + bytes.Length, source = NoBuffers.Instance };
            try
            {
                foreach (var field in fields) field.Slot.Read(reader, ref Unsafe.Add(ref FieldOffsets.Data(item), field.Offset));
                reader.Finish();
                return true;
            }
            catch (WireFormatException)
            {
                return false;
            }
        }
    }

    T Read<T>()
    {
        if (!Take(WireFormat.Magic.Length).SequenceEqual(WireFormat.Magic)) throw new WireFormatException("These bytes are no parcel: it would begin with LKP.");
        if (Byte() is not WireFormat.Version and var version)
            throw new WireFormatException($"The parcel is of version {version} of the wire format, this is version {WireFormat.Version}: both ends must have the same kit.");
        if (typeof(T).IsPrimitive && at < end && *at == WireFormat.TagOf(typeof(T)))   // without a box
        {
            at++;
            var number = Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(Take(Unsafe.SizeOf<T>())));
            Finish();
            return number;
        }
        var value = Reference();
        Finish();   // before the value leaves its box, which copies it as it is then
        if (value is T or null && (value is not null || default(T) is null)) return (T)value!;
        throw new WireFormatException($"The parcel holds {(value is null ? "null" : TypeNames.Short(value.GetType()))}, not {TypeNames.Short(typeof(T))}.");
    }

    void Finish()
    {
        Drain();
        ReadStatics();
        for (var i = late.Count - 1; i >= 0; i--) late[i]();   // what was found last is what the others are made of
        if (at != end) throw Damaged($"{end - at} bytes are left over");
    }

    void ReadStatics()
    {
        while (Byte() is var more && more != 0)
        {
            if (more != 1) throw Damaged("no static field begins here");
            var shape = Type();
            var name = Text();
            var digest = Take(Byte() == 0 ? 0 : WireFormat.DigestSize);
            var value = Reference();
            Drain();
            StaticFields.Receive(shape.Type, name, digest, value);
        }
    }

    void Drain()
    {
        while (queue.TryDequeue(out var next)) next.Shape.ReadContents(this, next.Item);
    }

    void Clear()
    {
        objects.Clear();
        types.Clear();
        queue.Clear();
        late.Clear();
        if (objects.Capacity > 1 << 16) objects.Capacity = 0;
        at = end = null;
        (claimed, source) = (0, null!);
    }

    /// <summary>Leaves something for the end, when all objects have their contents; what came last is done first.</summary>
    public void Later(Action action) => late.Add(action);

    /// <summary>Reads a reference.</summary>
    public object? Reference()
    {
        var tag = Length();
        if (tag == WireFormat.Null) return null;
        if (tag == WireFormat.Known)
        {
            var known = Length();
            return known < objects.Count && objects[(int)known] is { } item ? item : throw Damaged($"object {known} is not there yet");
        }
        var shape = Type(tag);
        if (!shape.IsAlwaysShared)
        {
            var value = shape.ReadHead(this);
            if (shape.IsShared(value)) objects.Add(value);
            return value;
        }
        var number = objects.Count;
        objects.Add(null);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var made = objects[number] = shape.ReadHead(this);
        if (shape.HasContents) queue.Enqueue((made, shape));
        return made;
    }

    /// <summary>Reads a reference to an object of a type, or of one derived from it.</summary>
    public T? Reference<T>()
        where T : class =>
        Reference() switch { null => null, T value => value, var other => throw Mismatch(other, typeof(T)) };

    /// <summary>What to throw for an object that does not fit where it stands.</summary>
    public static WireFormatException Mismatch(object? item, Type expected) =>
        Damaged($"{(item is null ? "null" : TypeNames.Short(item.GetType()))} stands where {TypeNames.Short(expected)} is wanted");

    /// <summary>Reads a type.</summary>
    public Shape Type() => Type(Length());

    Shape Type(long tag)
    {
        Shape shape;
        if (tag < WireFormat.FirstNamed)
        {
            if (tag - WireFormat.FirstBuiltIn is not (>= 0 and var index) || index >= WireFormat.BuiltInTypes.Length) throw Damaged($"there is no type {tag}");
            return Shapes.BuiltIn((int)index);
        }
        if (tag - WireFormat.FirstNamed < types.Count) return types[(int)(tag - WireFormat.FirstNamed)];
        if (tag - WireFormat.FirstNamed > types.Count) throw Damaged($"type {tag} is not there yet");
        var length = Length();
        if (length > WireFormat.TypeNameLimit) throw Damaged($"a type's name has {length} bytes");
        shape = Shapes.Named(Encoding.UTF8.GetString(Take((int)length)));
        types.Add(shape);
        return shape;
    }

    /// <summary>Reads a number that is not negative.</summary>
    public long Length()
    {
        long value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw Damaged("a number is too long");
    }

    /// <summary>Reads how many items follow at once: each takes at least a byte.</summary>
    public int Count()
    {
        var count = Length();
        return count <= Left ? (int)count : throw Damaged($"{count} items cannot follow: only {end - at} bytes are left");
    }

    /// <summary>Notes that so many items will come later, each of at least a byte, so that memory may be taken for them now.</summary>
    public void Claim(long count)
    {
        if (count > Left) throw Damaged($"{count} items cannot follow: only {end - at} bytes are left");
        claimed += count;
    }

    /// <summary>The items that were claimed come now.</summary>
    public void Unclaim(long count) => claimed -= count;

    long Left => end - at - claimed;

    /// <summary>Reads a byte.</summary>
    public byte Byte() => at < end ? *at++ : throw Damaged("it ends too early");

    /// <summary>Reads a number of four bytes.</summary>
    public int Int32() => Unsafe.ReadUnaligned<int>(ref MemoryMarshal.GetReference(Take(4)));

    /// <summary>Reads bytes. What is returned is the parcel's own memory.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > end - at) throw Damaged("it ends too early");
        var taken = new ReadOnlySpan<byte>(at, count);
        at += count;
        return taken;
    }

    /// <summary>Reads a string.</summary>
    public string Text()
    {
        var length = Length();
        if (length >> 1 > int.MaxValue / 2) throw Damaged($"a string has {length >> 1} characters");
        if ((length & 1) == 1) return new(MemoryMarshal.Cast<byte, char>(Take((int)(length >> 1) * 2)));
        try
        {
            return WireText.Strict.GetString(Take((int)(length >> 1)));
        }
        catch (DecoderFallbackException e)
        {
            throw Damaged("a string is not UTF-8", e);
        }
    }

    /// <summary>Reads a string or null.</summary>
    public string? OptionalText() => Byte() == 0 ? null : Text();

    /// <summary>Reads how many unmanaged elements follow, having seen that there are so many, here or beside the body.</summary>
    /// <param name="size">The bytes of one.</param>
    /// <param name="isApart">True if they come beside the body.</param>
    public long ElementCount(int size, out bool isApart)
    {
        var head = Length();
        isApart = (head & 1) == 1;
        var count = head >> 1;
        if (count > (isApart ? source.Remaining : end - at) / size) throw Damaged($"{count} elements of {size} bytes cannot follow");
        if (count > Array.MaxLength) throw Damaged($"an array has {count} elements");
        return count;
    }

    /// <summary>Reads unmanaged elements into an array.</summary>
    public void Elements(Array array, long count, int size, bool isApart)
    {
        ref var place = ref MemoryMarshal.GetArrayDataReference(array);
        for (long done = 0, piece; done < count * size; done += piece)
        {
            piece = Math.Min(WireFormat.BufferLimit, (count * size) - done);
            var destination = MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref place, (nint)done), (int)piece);
            if (isApart) source.Read(destination);
            else Take((int)piece).CopyTo(destination);
        }
    }

    /// <summary>What to throw when the bytes make no sense.</summary>
    public static WireFormatException Damaged(string what, Exception? inner = null) => new($"The parcel is damaged: {what}.", inner);

    /// <summary>The buffers of what has none.</summary>
    sealed class NoBuffers : IBufferSource
    {
        public static readonly NoBuffers Instance = new();

        public long Remaining => 0;

        public void Read(Span<byte> destination) => throw new EndOfStreamException("There are no buffers.");
    }
}
