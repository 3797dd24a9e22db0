using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>A row of a weather file is not what it should be. The message says where, what was expected and what was found.</summary>
public sealed class BrokenRowException : FormatException
{
    internal BrokenRowException(string path, long row, RowFault fault)
        : base($"{path}, row {row}, column {fault.Column}{Name(fault.Column)}: expected {fault.Expected}, found {fault.Found}.") =>
        (Path, Row, Column) = (path, row, fault.Column);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The row's number as an editor shows it: the header is row 1.</summary>
    public long Row { get; }

    /// <summary>The column's number, from 1.</summary>
    public int Column { get; }

    /// <summary>The exception for the row that comes <paramref name="rows"/> rows after byte <paramref name="offset"/>, where a row begins.</summary>
    internal static BrokenRowException At(string path, long offset, long rows, RowFault fault)
    {
        var row = 1 + rows;
        var buffer = new byte[1 << 16];
        var last = 0;
        using var before = new FileRangeStream(new(path, 0, offset));
        for (int read; (read = before.Read(buffer)) > 0; last = buffer[read - 1])
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, read);
            row += bytes.Count((byte)'\n') + bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);
            if (last == '\r' && bytes[0] == '\n') row--;   // one line end, read in two pieces
        }
        return new(path, row, fault);
    }

    static string Name(int column) => column switch { 1 => " (station)", 2 => " (temperature)", _ => "" };
}
