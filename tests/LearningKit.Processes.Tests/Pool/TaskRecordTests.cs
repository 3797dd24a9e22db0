namespace LearningKit.Processes.Tests.Pool;

public sealed class TaskRecordTests
{
    [Fact]
    public void BytesSent_ALambdaThatCapturesAnArray_CountThatOnceForAWorker()
    {
        var numbers = new double[10_000];
        using var pool = new ProcessPool(workers: 1);
        pool.Map(i => numbers[i], [1, 2, 3], new() { ChunkSize = 1 });
        Assert.InRange(pool.Records[0].BytesSent, numbers.Length * sizeof(double), 2 * numbers.Length * sizeof(double));
        Assert.All(pool.Records.Skip(1), record => Assert.InRange(record.BytesSent, 1, 1000));
    }
}
