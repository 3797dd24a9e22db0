using System.Text;
using CsvHelper;
using LearningKit.Data;

namespace LearningKit.Tables.Csv;

/// <summary>Where the bytes are: a range of a file, or of text in memory.</summary>
/// <param name="Name">The file, or what to call the text.</param>
/// <param name="Text">The bytes of a text; null for a file.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">One past the last byte.</param>
sealed record CsvSource(string Name, byte[]? Text, long Start, long End)
{
    const int LongestRow = 1 << 28;

    /// <summary>A reader of the rows; the header belongs to the part that begins the file.</summary>
    /// <param name="format">The format.</param>
    /// <param name="countLines">Whether the reader knows its line; slower.</param>
    public CsvReader Open(CsvFormat format, bool countLines = false)
    {
        if (format.Separator is { } separator && (!char.IsAscii(separator) || separator is '"' or '\r' or '\n'))
            throw new ArgumentException($"'{separator}' cannot separate fields: use an ASCII character that is no quote and no line end.", nameof(format));
        return CsvReader.Create(Stream(), new CsvReaderOptions
        {
            Separator = format.Separator,
            HasHeader = format.HasHeader && Start == 0,
            Mode = format.Quotes ? CsvMode.Rfc4180 : CsvMode.NoEscape,
            MalformedData = CsvMalformedDataHandling.Throw,
            DetectSeparatorHint = false,
            Encoding = EncodingOf(format),
            MaxRecordSize = LongestRow,
            TrackLineNumbers = countLines,
        });
    }

    /// <summary>The bytes, in order.</summary>
    public Stream Stream() => Text is null ? new FileRangeStream(new(Name, Start, End)) : new MemoryStream(Text, (int)Start, (int)(End - Start), writable: false);

    /// <summary>True when a byte that looks like a quote or a line end is one: not so in UTF-16.</summary>
    public static bool IsCuttable(CsvSource source, CsvFormat format)
    {
        if (EncodingOf(format) is { } encoding && encoding.GetByteCount("\n") != 1) return false;
        Span<byte> start = stackalloc byte[4];
        using var stream = source.Stream();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return !(start[..read] is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF]);
    }

    static Encoding? EncodingOf(CsvFormat format)
    {
        if (format.Encoding is not { } name) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"There is no encoding '{name}'. Examples: utf-8, latin1, windows-1252, utf-16.", nameof(format), e);
        }
    }
}
