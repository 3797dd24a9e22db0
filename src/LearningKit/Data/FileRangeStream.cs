using Microsoft.Win32.SafeHandles;

namespace LearningKit.Data;

/// <summary>Reads one range of a file from its first byte to its last, so that ordinary readers see only their part.</summary>
/// <param name="range">The range.</param>
/// <param name="heading">What is read before it, such as the header that only the first part of a file has.</param>
sealed class FileRangeStream(FileRange range, ReadOnlyMemory<byte> heading = default) : Stream
{
    ReadOnlyMemory<byte> heading = heading;
    readonly SafeFileHandle file = File.OpenHandle(range.Path, options: FileOptions.SequentialScan);
    long position = range.Start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (heading.Length > 0)
        {
            var taken = heading[..Math.Min(heading.Length, buffer.Length)];
            taken.Span.CopyTo(buffer);
            heading = heading[taken.Length..];
            return taken.Length;
        }
        var wanted = (int)Math.Min(buffer.Length, range.End - position);
        if (wanted <= 0) return 0;
        var read = RandomAccess.Read(file, buffer[..wanted], position);
        position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
