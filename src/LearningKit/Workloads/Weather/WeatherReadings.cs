using System.Text;
using LearningKit.Data;

namespace LearningKit.Workloads;

/// <summary>
/// Weather readings made from a seed: any number of rows, each computed from the seed and its own number alone. So rows can
/// be made in parallel and in any order, the true answer can be computed without the file, and the same seed gives the
/// same file on every machine.
/// </summary>
/// <remarks>
/// A station is drawn evenly from <see cref="WeatherStation.All"/>; its temperature scatters around the station's mean with a
/// standard deviation of about 10 degrees (the sum of four even draws).
/// </remarks>
/// <param name="Rows">How many rows.</param>
/// <param name="Seed">The seed.</param>
/// <example>
/// <code>
/// var readings = new WeatherReadings(Rows: 1_000_000, Seed: 1);
/// string file = readings.Make();
/// WeatherSummary truth = readings.Truth();
/// </code>
/// </example>
public sealed record WeatherReadings(long Rows, int Seed)
{
    const int ChunkRows = 1 << 16;

    static readonly byte[][] names = [.. WeatherStation.All.Select(station => Encoding.UTF8.GetBytes(station.Name + ","))];
    static readonly int longestRow = names.Max(name => name.Length) + "-99.9\n".Length;

    /// <summary>Row number <paramref name="row"/>, from 0.</summary>
    public WeatherReading this[long row]
    {
        get
        {
            var bits = SplitMix64.At(0, (ulong)row + (ulong)(uint)Seed * 0xD1B54A32D192ED03);
            var station = (int)((bits >> 32) * (ulong)names.Length >> 32);
            var scatter = (int)((bits & 0xFF) + (bits >> 8 & 0xFF) + (bits >> 16 & 0xFF) + (bits >> 24 & 0xFF)) - 510;
            return new(station, WeatherStation.All[station].MeanTenths + scatter * 2 / 3);
        }
    }

    /// <summary>About how many bytes the file will hold, from its first rows; exact for small files.</summary>
    public long EstimatedBytes
    {
        get
        {
            var sample = (int)Math.Min(Rows, ChunkRows);
            var buffer = new byte[longestRow * Math.Max(1, sample)];
            var bytes = Format(0, sample, buffer);
            return WeatherFormat.Header.Length + 1 + (sample == 0 ? 0 : (long)((Int128)bytes * Rows / sample));
        }
    }

    /// <summary>
    /// The file with these readings among the made data sets of the kit; makes it if it is not there.
    /// </summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public string Make()
    {
        var path = Path.Combine(KitPaths.MadeDatasets, $"weather-{Rows}-{Seed}.csv");
        if (!File.Exists(path)) Write(path);
        return path;
    }

    /// <summary>Writes the readings as CSV. The file appears when it is whole; a run that is stopped leaves nothing behind.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="progress">Told the rows written so far; null tells nobody.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <exception cref="IOException">The disk has not enough room: nothing is written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public void Write(string path, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        DiskSpace.Require(path, EstimatedBytes);
        using var file = new AtomicFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(WeatherFormat.Header + "\n"));

        // Chunks are formatted side by side, then written in order; memory stays at a few chunks whatever the rows.
        var buffers = new byte[2 * Environment.ProcessorCount][];
        var lengths = new int[buffers.Length];
        for (long row = 0; row < Rows; row += (long)buffers.Length * ChunkRows)
        {
            cancel.ThrowIfCancellationRequested();
            Parallel.For(0, buffers.Length, i =>
            {
                var first = Math.Min(Rows, row + (long)i * ChunkRows);
                buffers[i] ??= new byte[ChunkRows * longestRow];
                lengths[i] = Format(first, (int)Math.Min(ChunkRows, Rows - first), buffers[i]);
            });
            for (var i = 0; i < buffers.Length; i++) file.Stream.Write(buffers[i], 0, lengths[i]);
            progress?.Report(Math.Min(Rows, row + (long)buffers.Length * ChunkRows));
        }
        file.Commit();
    }

    /// <summary>The true answer, computed from the seed without any file.</summary>
    public WeatherSummary Truth()
    {
        var chunks = IndexRange.Divide(Rows, Environment.ProcessorCount);
        return WeatherSummary.Merge(chunks.AsParallel().Select(chunk =>
        {
            var stations = new StationSummary?[names.Length];
            for (var row = chunk.Start; row < chunk.End; row++)
            {
                var (station, tenths) = this[row];
                var reading = new StationSummary(WeatherStation.All[station].Name, 1, tenths, tenths, tenths);
                stations[station] = stations[station]?.Add(reading) ?? reading;
            }
            return new WeatherSummary([.. stations.OfType<StationSummary>()]);
        }));
    }

    /// <summary>Writes rows into a buffer; returns the bytes written.</summary>
    int Format(long first, int count, byte[] buffer)
    {
        var end = 0;
        for (var row = first; row < first + count; row++)
        {
            var (station, tenths) = this[row];
            names[station].CopyTo(buffer, end);
            end += names[station].Length;
            if (tenths < 0)
            {
                buffer[end++] = (byte)'-';
                tenths = -tenths;
            }
            if (tenths >= 100) buffer[end++] = (byte)('0' + tenths / 100);
            buffer[end++] = (byte)('0' + tenths / 10 % 10);
            buffer[end++] = (byte)'.';
            buffer[end++] = (byte)('0' + tenths % 10);
            buffer[end++] = (byte)'\n';
        }
        return end;
    }
}
