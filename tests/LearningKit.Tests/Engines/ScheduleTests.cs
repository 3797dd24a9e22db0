using LearningKit.Conformance;
using LearningKit.Engines;
using LearningKit.Tracing;
using Xunit;

namespace LearningKit.Tests.Engines;

public sealed class ScheduleTests
{
    [Fact]
    public async Task Static_SevenPartsThreeWorkers_GetNeighbours() =>
        Assert.Equal([[0, 1], [2, 3], [4, 5, 6]], await PartsByWorker(Schedule.Static));

    [Fact]
    public async Task Cyclic_SevenPartsThreeWorkers_AreDealtLikeCards() =>
        Assert.Equal([[0, 3, 6], [1, 4], [2, 5]], await PartsByWorker(Schedule.Cyclic));

    static async Task<int[][]> PartsByWorker(Schedule schedule)
    {
        var trace = new Trace();
        await using var engine = new ThreadEngine(schedule);
        await engine.RunAsync(new SquaresInOrder(7), new() { Parts = 7, Workers = 3, Trace = trace });
        return [.. trace.Events
            .Where(e => e.Category == TraceCategory.Execute)
            .GroupBy(e => e.Worker, e => e.Part!.Value)
            .OrderBy(worker => worker.Key)
            .Select(worker => worker.Order().ToArray())];
    }
}
