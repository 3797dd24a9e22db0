using LearningKit.Cli.Terminals;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Cli.Tests.Commands;

public class BadInputTests
{
    [Fact]
    public async Task Data_LargerThanTheDisk_IsRefusedBeforeAnythingIsWritten()
    {
        using var folder = new TemporaryFolder();

        var run = await KitRun.Of("data", "make", "weather", "--rows", "1000000000000000", "--out", folder.File("huge.csv"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("are free on its disk", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Csv_WithABrokenRow_IsRefusedWithRowColumnAndExpectation()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("broken.csv", "station,temperature\nOslo,3.4\nOslo,warm\nRome,21.0\n");

        var run = await KitRun.Of("data", "check", file);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("row 3, column 2 (temperature): expected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_WithABrokenRowSkipped_CountsIt()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("broken.csv", "station,temperature\nOslo,3.4\nOslo,warm\nRome,21.0\n");

        var run = await KitRun.Of("data", "check", file, "--skip-bad");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 rows of 2 stations, 1 broken rows left out.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Png_CutShort_IsRefusedWithItsName()
    {
        using var folder = new TemporaryFolder();
        await KitRun.Of("data", "make", "stars", "--size", "64", "--out", folder.File("sky.png"));
        var whole = await File.ReadAllBytesAsync(folder.File("sky.png"));
        await File.WriteAllBytesAsync(folder.File("cut.png"), whole[..(whole.Length / 2)]);

        var run = await KitRun.Of("data", "check", folder.File("cut.png"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("cut.png", run.Error, StringComparison.Ordinal);
        Assert.Equal(64, Png.Read(folder.File("sky.png")).Width);
    }

    [Theory]
    [InlineData("no-such-file.csv")]
    [InlineData("no-such-file.png")]
    public async Task File_ThatIsMissing_IsNamed(string name)
    {
        var run = await KitRun.Of("data", "check", name);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
    }
}
