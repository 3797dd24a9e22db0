using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class WeatherReadingsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_SameSeed_SameBytes()
    {
        new WeatherReadings(1000, 5).Write(folder["a.csv"]);
        new WeatherReadings(1000, 5).Write(folder["b.csv"]);
        new WeatherReadings(1000, 6).Write(folder["c.csv"]);
        Assert.Equal(File.ReadAllBytes(folder["a.csv"]), File.ReadAllBytes(folder["b.csv"]));
        Assert.NotEqual(File.ReadAllBytes(folder["a.csv"]), File.ReadAllBytes(folder["c.csv"]));
    }

    [Fact]
    public void Write_FewerRows_IsTheBeginningOfMore()
    {
        new WeatherReadings(1000, 5).Write(folder["few.csv"]);
        new WeatherReadings(300_000, 5).Write(folder["many.csv"]);
        var few = File.ReadAllBytes(folder["few.csv"]);
        Assert.Equal(few, File.ReadAllBytes(folder["many.csv"])[..few.Length]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void EstimatedBytes_SmallFile_IsExact(long rows)
    {
        new WeatherReadings(rows, 5).Write(folder["a.csv"]);
        Assert.Equal(new FileInfo(folder["a.csv"]).Length, new WeatherReadings(rows, 5).EstimatedBytes);
    }

    [Fact]
    public void Write_LargerThanTheDisk_IsRefusedBeforeAnythingIsWritten()
    {
        using var cancel = new CancellationTokenSource();   // should it ever begin to write, it stops at once
        var error = Assert.Throws<IOException>(
            () => new WeatherReadings(100_000_000_000_000_000, 1).Write(folder["huge.csv"], new Cancelling(cancel), cancel.Token));
        Assert.Matches(@"huge\.csv' needs 1\.\d EB, but only [\d.]+ .?B are free on its disk\. Free some space, or make less\.$", error.Message);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Write_Cancelled_LeavesNothing()
    {
        using var cancel = new CancellationTokenSource();
        var afterTheFirst = new Cancelling(cancel);
        Assert.Throws<OperationCanceledException>(() => new WeatherReadings(100_000_000, 1).Write(folder["a.csv"], afterTheFirst, cancel.Token));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Stations_AreAHundredAndAllOccur()
    {
        Assert.Equal(100, WeatherStation.All.Select(station => station.Name).Distinct().Count());
        var truth = new WeatherReadings(100_000, 1).Truth();
        Assert.Equal(100, truth.Stations.Count);
        Assert.All(truth.Stations, station =>
            Assert.Equal(WeatherStation.All.Single(s => s.Name == station.Station).MeanTenths / 10.0, station.Mean, tolerance: 1.5));
    }

    sealed class Cancelling(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value) => source.Cancel();
    }
}
