using System.Runtime.CompilerServices;

namespace LearningKit.Mpi;

/// <summary>A file that all ranks of a communicator have open.</summary>
/// <remarks>
/// <para>Each way to say where (at an offset, at the rank's own position, at the position that all share) has a form for one rank and one that all call
/// together. Together is faster: the ranks' pieces are put together to large ones.</para>
/// <para>Offsets are bytes until a view says otherwise. What one rank wrote another may read after <see cref="Sync"/>, a barrier, and <see cref="Sync"/>, or after
/// the file was closed. Disposing is collective.</para>
/// </remarks>
public sealed unsafe class MpiFile : IDisposable
{
    readonly FileTransport file;

    internal MpiFile(FileTransport file) => this.file = file;

    /// <summary>How many bytes it has. All ranks set it together.</summary>
    public long Size
    {
        get => file.Size;
        set => file.Size = value;
    }

    /// <summary>This rank's own position, in elements of the view.</summary>
    public long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Writes at an offset.</summary>
    public void WriteAt<T>(long offset, ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.At, data, offset);

    /// <summary>Writes at an offset, all ranks together.</summary>
    public void WriteAtAll<T>(long offset, ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.AtAll, data, offset);

    /// <summary>Writes at this rank's position, and moves it on.</summary>
    public void Write<T>(ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.Own, data, 0);

    /// <summary>Writes at each rank's position, all together.</summary>
    public void WriteAll<T>(ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.OwnAll, data, 0);

    /// <summary>Writes at the position that all share: a log. Nobody overwrites anybody; the order is that in which they come.</summary>
    public void WriteShared<T>(ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.Shared, data, 0);

    /// <summary>Writes at the position that all share, all together, in the order of the ranks.</summary>
    public void WriteOrdered<T>(ReadOnlySpan<T> data) where T : unmanaged => Write(FileAccessKind.Ordered, data, 0);

    /// <summary>Reads at an offset.</summary>
    /// <returns>How many elements: fewer at the end of the file.</returns>
    public int ReadAt<T>(long offset, Span<T> data) where T : unmanaged => Read(FileAccessKind.At, data, offset);

    /// <summary>Reads at an offset, all ranks together.</summary>
    /// <returns>How many elements.</returns>
    public int ReadAtAll<T>(long offset, Span<T> data) where T : unmanaged => Read(FileAccessKind.AtAll, data, offset);

    /// <summary>Reads at this rank's position, and moves it on.</summary>
    /// <returns>How many elements.</returns>
    public int Read<T>(Span<T> data) where T : unmanaged => Read(FileAccessKind.Own, data, 0);

    /// <summary>Reads at each rank's position, all together.</summary>
    /// <returns>How many elements.</returns>
    public int ReadAll<T>(Span<T> data) where T : unmanaged => Read(FileAccessKind.OwnAll, data, 0);

    /// <summary>Reads at the position that all share: each piece goes to one rank.</summary>
    /// <returns>How many elements.</returns>
    public int ReadShared<T>(Span<T> data) where T : unmanaged => Read(FileAccessKind.Shared, data, 0);

    /// <summary>Reads at the position that all share, all together, in the order of the ranks.</summary>
    /// <returns>How many elements.</returns>
    public int ReadOrdered<T>(Span<T> data) where T : unmanaged => Read(FileAccessKind.Ordered, data, 0);

    /// <summary>Lets this rank see a part of the file only, as if it were all of it: its columns of a matrix. All ranks together.</summary>
    /// <param name="displacement">Where the view begins, in bytes.</param>
    /// <param name="fileType">Which elements are seen, repeated without end; made of <typeparamref name="T"/>. Null for all.</param>
    /// <example><code>file.SetView&lt;int>(comm.Rank * sizeof(int), Datatype.Of&lt;int>().Resized(0, comm.Size * sizeof(int)));   // every Size-th number</code></example>
    public void SetView<T>(long displacement, Datatype? fileType = null) where T : unmanaged =>
        file.SetView(displacement, Datatype.Of<T>(), fileType ?? Datatype.Of<T>());

    /// <summary>Writes to the disk what is in memory, and lets this rank see what others wrote. All ranks together.</summary>
    public void Sync() => file.Sync();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    void Write<T>(FileAccessKind kind, ReadOnlySpan<T> data, long offset) where T : unmanaged
    {
        fixed (T* address = data)
        {
            var written = file.Write(kind, new((nint)address, data.Length, Datatype.Of<T>()), offset);
            if (written != data.Length * (long)sizeof(T))
                throw new MpiException(MpiErrorClass.InputOutput, $"Only {written} of {data.Length * (long)sizeof(T)} bytes could be written. Is the disk full?");
        }
    }

    int Read<T>(FileAccessKind kind, Span<T> data, long offset) where T : unmanaged
    {
        fixed (T* address = data) return (int)(file.Read(kind, new((nint)address, data.Length, Datatype.Of<T>()), offset) / Unsafe.SizeOf<T>());
    }
}
