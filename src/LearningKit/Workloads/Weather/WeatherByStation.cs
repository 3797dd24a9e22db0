using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Reads a CSV file of weather readings and sums it up per station: minimum, mean, maximum, count. The file may be larger
/// than memory: each part is a range of its bytes, cut at line ends, and is read as a stream.
/// </summary>
/// <remarks>Sums are kept in tenths of a degree as whole numbers, so the answer is exact and does not depend on the parts.</remarks>
/// <param name="Path">The file, as <see cref="WeatherReadings.Write"/> makes it: a header <c>station,temperature</c>, then rows.</param>
/// <param name="SkipBad">False: a broken row ends the run with its number. True: broken rows are left out and counted.</param>
/// <example>
/// <code>
/// var file = WeatherReadings.Make(rows: 1_000_000, seed: 1);
/// WeatherSummary summary = await new ThreadEngine().RunAsync(new WeatherByStation(file));
/// </code>
/// </example>
public sealed record WeatherByStation(string Path, bool SkipBad = false) : IWorkload<FileRange, WeatherSummary, WeatherSummary>
{
    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BrokenRowException">A row is broken, and <see cref="SkipBad"/> is false.</exception>
    public WeatherSummary Solve() => Gather(Divide(1).Select(Execute));

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BrokenRowException">The file does not begin with the header.</exception>
    public IReadOnlyList<FileRange> Divide(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var rows = WeatherFormat.Rows(Path);
        using var file = File.OpenHandle(Path);
        var cuts = IndexRange.Divide(rows.Length, parts).Select(cut => LineStart(file, rows.Start + cut.Start, rows));
        var ranges = new List<FileRange>();
        foreach (var end in cuts.Append(rows.End).Skip(1))
        {
            var start = ranges.Count == 0 ? rows.Start : ranges[^1].End;
            if (end > start) ranges.Add(new(Path, start, end));
        }
        return ranges;
    }

    /// <inheritdoc/>
    /// <exception cref="BrokenRowException">A row is broken, and <see cref="SkipBad"/> is false.</exception>
    public WeatherSummary Execute(FileRange part) => FastWeatherReader.Summarise(part, SkipBad);

    /// <inheritdoc/>
    public WeatherSummary Gather(IEnumerable<WeatherSummary> partials) => WeatherSummary.Merge(partials);

    /// <summary>The start of the first row that begins at <paramref name="position"/> or later.</summary>
    static long LineStart(Microsoft.Win32.SafeHandles.SafeFileHandle file, long position, FileRange rows)
    {
        if (position <= rows.Start) return rows.Start;
        Span<byte> buffer = stackalloc byte[512];
        for (position--; position < rows.End;)
        {
            var read = RandomAccess.Read(file, buffer, position);
            if (read == 0) break;
            var found = buffer[..read].IndexOf((byte)'\n');
            if (found >= 0) return position + found + 1;
            position += read;
        }
        return rows.End;
    }
}
