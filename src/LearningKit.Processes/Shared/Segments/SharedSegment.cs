using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LearningKit.Processes.Segments;

/// <summary>
/// A piece of memory that processes share, under all that they share: a header that says what it is, then the body. The README
/// has both byte by byte.
/// </summary>
/// <remarks>Nobody must touch the body but between the making and the disposing of an <see cref="Access"/>: that keeps it mapped.</remarks>
sealed unsafe class SharedSegment : IDisposable
{
    readonly StoredSegment stored;
    readonly MemoryMappedViewAccessor view;
    readonly byte* start;
    readonly MemoryPressure pressure;

    SharedSegment(StoredSegment stored)
    {
        this.stored = stored;
        view = stored.Map.CreateViewAccessor();
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        pressure = new(view.Capacity);
    }

    /// <summary>Where others find it.</summary>
    public string Place => stored.Place;

    /// <summary>Its name, of 128 random bits.</summary>
    public UInt128 Key { get; private init; }

    /// <summary>The process that made it.</summary>
    public ProcessIdentity Creator { get; private init; }

    /// <summary>The bytes of its body.</summary>
    public long Size { get; private init; }

    /// <summary>True while the process that made it lives and has it open.</summary>
    public bool IsKeptByCreator
    {
        get
        {
            using var access = Use();
            return Volatile.Read(ref ((SegmentHeader*)start)->Closed) == 0 && Creator.IsAlive;
        }
    }

    /// <summary>Makes one whose body is zero.</summary>
    /// <param name="contents">What is in it: a process that expects something else is refused.</param>
    /// <param name="size">The bytes of its body.</param>
    /// <param name="store">Where memory comes from.</param>
    /// <exception cref="IOException">There is not enough memory; says how much there is.</exception>
    public static SharedSegment Create(string contents, long size, SegmentStore? store = null)
    {
        Span<byte> random = stackalloc byte[sizeof(UInt128)];
        RandomNumberGenerator.Fill(random);
        var key = MemoryMarshal.Read<UInt128>(random);
        var stored = (store ?? SegmentStore.Default).Create(key, SegmentHeader.Size + size);
        try
        {
            var segment = new SharedSegment(stored) { Key = key, Creator = ProcessIdentity.Current, Size = size };
            using var access = segment.Use();
            *(SegmentHeader*)segment.start = SegmentHeader.Of(contents, size, key);
            return segment;
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Opens one that another process has made.</summary>
    /// <exception cref="IOException">It is not there any more, or holds something else.</exception>
    public static SharedSegment Open(SharedAddress address, string contents, SegmentStore? store = null)
    {
        var stored = (store ?? SegmentStore.Default).Open(address.Key, address.Place);
        try
        {
            SegmentHeader header;
            using (var probe = stored.Map.CreateViewAccessor(0, SegmentHeader.Size)) probe.Read(0, out header);
            header.Check(address.Key, contents);
            return new(stored) { Key = header.Key, Creator = new(header.Creator), Size = header.BodySize };
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Keeps the body mapped until it is disposed of: an increment and a decrement, interlocked.</summary>
    /// <exception cref="ObjectDisposedException">The segment is closed.</exception>
    public Access Use() => new(view.SafeMemoryMappedViewHandle, start + SegmentHeader.Size);

    /// <summary>Unmaps it here when nobody uses it any more. Other processes keep theirs.</summary>
    public void Dispose()
    {
        if (view.SafeMemoryMappedViewHandle.IsClosed) return;
        if (Creator == ProcessIdentity.Current)
        {
            using var access = Use();
            Volatile.Write(ref ((SegmentHeader*)start)->Closed, 1);
        }
        view.Dispose();
        stored.Dispose();
        pressure.Dispose();
    }

    /// <summary>The body, mapped as long as this is not disposed of.</summary>
    internal readonly struct Access : IDisposable
    {
        readonly SafeBuffer mapping;

        /// <summary>Where the body begins.</summary>
        public readonly byte* Body;

        internal Access(SafeBuffer mapping, byte* body)
        {
            var added = false;
            mapping.DangerousAddRef(ref added);
            this.mapping = mapping;
            Body = body;
        }

        /// <inheritdoc/>
        public void Dispose() => mapping.DangerousRelease();
    }
}
