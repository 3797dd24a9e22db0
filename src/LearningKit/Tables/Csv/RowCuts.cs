using LearningKit.Workloads;

namespace LearningKit.Tables.Csv;

/// <summary>Finds where a file can be cut between rows.</summary>
static class RowCuts
{
    const int BlockBytes = 1 << 18;

    /// <summary>
    /// The ends of at most so many parts: the first is the start, the last the end. A line end counts when an even number of
    /// quotes precedes it, from the first byte on: then it is outside of all quoted fields, as a doubled quote counts twice.
    /// </summary>
    public static IReadOnlyList<long> Find(CsvSource source, int parts, bool quotes)
    {
        var ranges = IndexRange.Divide(source.End - source.Start, parts);
        var odd = new bool[ranges.Count];   // whether a range holds an odd number of quotes
        if (quotes) Parallel.For(0, ranges.Count, i => odd[i] = HasOddQuotes(source with { Start = source.Start + ranges[i].Start, End = source.Start + ranges[i].End }));

        var cuts = new List<long> { source.Start };
        var inQuotes = false;
        for (var i = 1; i < ranges.Count; i++)
        {
            inQuotes ^= odd[i - 1];
            var cut = RowEnd(source, source.Start + ranges[i].Start, inQuotes, quotes);
            if (cut > cuts[^1] && cut < source.End) cuts.Add(cut);
        }
        if (source.End > cuts[^1] || cuts.Count == 1) cuts.Add(source.End);
        return cuts;
    }

    static bool HasOddQuotes(CsvSource range)
    {
        var buffer = new byte[BlockBytes];
        using var stream = range.Stream();
        var odd = false;
        for (int read; (read = stream.Read(buffer)) > 0;) odd ^= (buffer.AsSpan(0, read).Count((byte)'"') & 1) == 1;
        return odd;
    }

    /// <summary>One past the first line end at or after a position that is outside of quotes.</summary>
    static long RowEnd(CsvSource source, long position, bool inQuotes, bool quotes)
    {
        var buffer = new byte[BlockBytes];
        using var stream = (source with { Start = position }).Stream();
        for (int read; (read = stream.Read(buffer)) > 0; position += read)
        {
            for (var i = 0; i < read; i++)
            {
                if (quotes && buffer[i] == '"') inQuotes = !inQuotes;
                else if (buffer[i] == '\n' && !inQuotes) return position + i + 1;
            }
        }
        return source.End;
    }
}
