using System.Text;
using CsvHelper;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Sums up weather readings with CsvHelper and a dictionary, as one would write it down.
/// <see cref="FastWeatherReader"/> gives the same answer and refuses the same rows.
/// </summary>
public static class ReadableWeatherReader
{
    static readonly CsvReaderOptions format = new() { Separator = ',', Mode = CsvMode.NoEscape, SkipEmptyLines = false };

    /// <summary>Sums up one part.</summary>
    /// <param name="part">Whole rows of a file, without the header.</param>
    /// <param name="skipBad">False: a broken row ends the reading. True: broken rows are left out and counted.</param>
    /// <exception cref="BrokenRowException">A row is broken, and <paramref name="skipBad"/> is false.</exception>
    public static WeatherSummary Summarise(FileRange part, bool skipBad = false)
    {
        var stations = new SortedDictionary<string, StationSummary>(StringComparer.Ordinal);
        var skipped = 0L;
        using var csv = CsvReader.Create(new FileRangeStream(part, Encoding.UTF8.GetBytes(WeatherFormat.Header + "\n")), format);
        while (csv.Read())
        {
            if (WeatherFormat.TryParse(csv.Current.ToArray(), out var station, out var tenths, out var fault))
            {
                var reading = new StationSummary(station, Count: 1, tenths, tenths, tenths);
                stations[station] = stations.TryGetValue(station, out var sum) ? sum.Add(reading) : reading;
            }
            else if (skipBad) skipped++;
            else throw BrokenRowException.At(part.Path, part.Start, csv.RowNumber - 1, fault);
        }
        return new([.. stations.Values], skipped);
    }
}
