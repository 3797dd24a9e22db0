using System.Numerics;
using System.Runtime.CompilerServices;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Sums up weather readings at the speed of the machine: the file is read in place, line ends are found 64 bytes at a time,
/// and a row that is as it should be is checked, parsed and added without a branch on its contents. Any other row goes to
/// <see cref="WeatherFormat"/>, which decides as it does for <see cref="ReadableWeatherReader"/>.
/// </summary>
static unsafe class FastWeatherReader
{
    /// <summary>How much is read between two calls of the kernel: short enough that the JIT soon swaps in its best code.</summary>
    const int ChunkSize = 1 << 18;

    /// <summary>More bytes than any right row has: of a longer one, no more is decoded.</summary>
    const int LongestRow = 1024;

    /// <summary>Sums up one part.</summary>
    /// <inheritdoc cref="ReadableWeatherReader.Summarise"/>
    public static WeatherSummary Summarise(FileRange part, bool skipBad)
    {
        if (part.Length == 0) return new([]);
        using var table = new StationTable();
        using var mapped = new MappedRange(part);
        var start = mapped.Pointer;
        var skipped = 0L;

        // The first and the last rows are read from padded copies, since whole vectors are loaded around a row.
        var first = NextRow(start, MappedRange.Padding, mapped.Length);
        var last = Math.Max(first, ThisRow(start, mapped.Length - MappedRange.Padding));
        var position = Copied(0, first);
        while (position < last) position = InPlace(position, NextRow(start, position + ChunkSize, last));
        Copied(position, mapped.Length);
        return new(table.Summaries(), skipped);

        long InPlace(long from, long to)
        {
            skipped += Rows(start + from, start + to, new(part, from, skipBad), table);
            return to;
        }

        long Copied(long from, long to)
        {
            using var copy = new PaddedCopy(start + from, to - from);
            skipped += Rows(copy.Pointer, copy.Pointer + (to - from), new(part, from, skipBad), table);
            return to;
        }
    }

    /// <summary>Sums up the rows from <paramref name="p"/> to <paramref name="end"/>. Returns how many were skipped.</summary>
    static long Rows(byte* p, byte* end, RowSource source, StationTable table)
    {
        var (row, start, skipped) = ((nint)p, (nint)p, 0L);
        for (; p < end; p += ByteMask.Width)
        {
            var lineEnds = ByteMask.Equal(p, (byte)'\n');
            if (end - p < ByteMask.Width) lineEnds &= (1UL << (int)(end - p)) - 1;
            for (; lineEnds != 0; lineEnds &= lineEnds - 1)
            {
                var lineEnd = p + BitOperations.TrailingZeroCount(lineEnds);
                if (!TryAdd((byte*)row, lineEnd, table)) skipped += AddSlowly((byte*)row, lineEnd, row - start, source, table);
                row = (nint)(lineEnd + 1);
            }
        }
        if ((byte*)row < end) skipped += AddSlowly((byte*)row, end, row - start, source, table);
        return skipped;
    }

    /// <summary>
    /// Adds the row from <paramref name="row"/> to <paramref name="lineEnd"/>. False when it is broken, or its station new.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryAdd(byte* row, byte* lineEnd, StationTable table)
    {
        // The eight bytes before the line end: the last is the tenths' digit, then point, units, and tens or sign or comma.
        // A digit is told from ',' and '-' by bit 4.
        var word = *(ulong*)(lineEnd - 8);
        var hasTens = (int)(word >> 36) & 1;
        var isNegative = (byte)(word >> (32 - 8 * hasTens)) == '-' ? 1 : 0;
        ref readonly var shape = ref NumberShape.All[2 * hasTens + isNegative];

        // What differs from the shape are the digits' values: 0 to 9, or the row is broken.
        var digits = word ^ shape.Pattern;
        if (((digits | (digits + shape.Above9)) & shape.Checked) != 0) return false;
        var size = (int)((digits >> 32) * (100 << 24 | 10 << 16 | 1) >> 24) & 0x3FF;

        var nameLength = lineEnd - row - shape.Length;
        return nameLength > 0 && table.TryAdd(row, nameLength, (size ^ -isNegative) + isNegative);
    }

    /// <summary>
    /// Adds what stands before a line feed when that is not simply a row of a known station: a new station, a row that ends
    /// in a carriage return, several rows parted by such. Returns how many broken rows were skipped.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static int AddSlowly(byte* row, byte* lineEnd, long offset, RowSource source, StationTable table)
    {
        var skipped = 0;
        if (lineEnd > row && lineEnd[-1] == '\r') lineEnd--;
        if (TryAdd(row, lineEnd, table)) return 0;
        for (var start = row; start <= lineEnd; start++)
        {
            var rest = new ReadOnlySpan<byte>(start, (int)Math.Min(lineEnd - start, Array.MaxLength));
            var length = rest.IndexOf((byte)'\r');
            if (length < 0) length = rest.Length;
            if (WeatherFormat.TryParse(rest[..Math.Min(length, LongestRow)], out var station, out var tenths, out var fault)) table.Add(start, station, tenths);
            else if (source.SkipBad) skipped++;
            else throw BrokenRowException.At(source.Part.Path, source.Part.Start + source.Offset + offset + (start - row), 0, fault);
            start += length;
        }
        return skipped;
    }

    /// <summary>The start of the first row that begins after <paramref name="position"/>, or <paramref name="end"/>.</summary>
    static long NextRow(byte* start, long position, long end)
    {
        while (position < end && start[position++] != '\n')
        {
        }
        return Math.Min(position, end);
    }

    /// <summary>The start of the row that holds <paramref name="position"/>.</summary>
    static long ThisRow(byte* start, long position)
    {
        while (position > 0 && start[position - 1] != '\n') position--;
        return Math.Max(position, 0);
    }

    /// <summary>Where rows come from, for messages.</summary>
    readonly record struct RowSource(FileRange Part, long Offset, bool SkipBad);
}
