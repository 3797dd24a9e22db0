using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CsvHelper;
using LearningKit.ChildProcesses;
using LearningKit.Tables;
using LearningKit.Tables.Csv;
using LearningKit.Workloads;

namespace LearningKit.Benchmarks;

/// <summary>
/// Reading a million weather readings into columns, against CsvHelper's records and Python's csv module on the same file; and what
/// is done with the columns then.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 10)]
public class TableBenchmarks : IDisposable
{
    const int Rows = 1_000_000;

    static readonly string path = new WeatherReadings(Rows, Seed: 1).Make();
    static readonly Table stations = Table.Of(WeatherStation.All.Select(station => new { station = station.Name, mean = station.MeanTenths / 10.0 }));

    Table table = null!;
    Process? python;

    [GlobalSetup]
    public void Setup()
    {
        table = Table.ReadCsv(path);
        if (PythonInstallation.Path is { } program)
            python = Process.Start(new ProcessStartInfo(program, ["tables.py"]) { WorkingDirectory = Path.Combine(BenchmarkPaths.Project, "Peers"), RedirectStandardInput = true, RedirectStandardOutput = true });
        foreach (var read in new[] { ReadColumns().RowCount, ReadColumnsInParts().RowCount, CsvHelperRecords(), PythonCsv() })
            if (read != Rows) throw new InvalidOperationException($"{read} rows were read instead of {Rows}.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        python?.StandardInput.Close();
        python?.WaitForExit();
        python?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public Table ReadColumns() => Table.ReadCsv(path);

    [Benchmark]
    public Table ReadColumnsInParts() => Table.Concat(CsvFile.Open(path).Split(8).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(part => part.Read()));

    [Benchmark(Baseline = true)]
    public int CsvHelperRecords()
    {
        using var csv = CsvReader.FromFile(path);
        return csv.GetRecords<Reading>().ToList().Count;
    }

    [Benchmark]
    public int PythonCsv()
    {
        if (python is null) throw new InvalidOperationException(PythonInstallation.Missing);
        python.StandardInput.WriteLine(path);
        python.StandardInput.Flush();
        return int.Parse(python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python ended."));
    }

    [Benchmark]
    public Table GroupMeans() => table.GroupBy("station").Aggregate(Agg.Mean("temperature"));

    [Benchmark]
    public Table GroupMedians() => table.GroupBy("station").Aggregate(Agg.Median("temperature"));

    [Benchmark]
    public Table Where() => table.Where(row => row.Number("temperature") > 20);

    [Benchmark]
    public Table OrderByTwo() => table.OrderBy("station", "temperature");

    [Benchmark]
    public Table Join() => table.Join(stations, "station");

    [Benchmark]
    public Table[] SplitByKey() => table.SplitByKey(8, "station");

    [Benchmark]
    public string ToCsv() => table.ToCsv();
}

/// <summary>A row as CsvHelper makes it.</summary>
[CsvRecord]
public sealed partial record Reading([property: CsvHelper.CsvColumn("station")] string Station, [property: CsvHelper.CsvColumn("temperature")] double Temperature);
