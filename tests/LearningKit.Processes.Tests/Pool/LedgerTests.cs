using FsCheck;
using FsCheck.Fluent;
using LearningKit.Engines;

namespace LearningKit.Processes.Tests.Pool;

/// <summary>Each item has exactly one outcome, whenever workers die.</summary>
public sealed class LedgerTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    static Gen<FakeWorkers.Death?> Deaths =>
        from dies in Gen.Elements(true, true, false)
        from answer in Gen.Choose(1, 20)   // also when tasks wait behind the one that is executed
        from progress in Gen.Elements(Enum.GetValues<FakeWorkers.Progress>())
        select dies ? new FakeWorkers.Death(answer, progress) : null;

    static Gen<(int Workers, int Items, int Chunk, FakeWorkers.Death?[] Deaths)> Schedules =>
        from workers in Gen.Choose(1, 3)
        from items in Gen.Choose(0, 60)
        from chunk in Gen.Choose(1, 6)
        from deaths in Deaths.ListOf(8)
        select (workers, items, chunk, deaths.ToArray());

    [Fact]
    public void Map_WithRetriesEnough_LosesNothing() => Prop.ForAll(Schedules.ToArbitrary(), schedule =>
    {
        var fakes = Fakes(schedule.Deaths);
        using (var pool = fakes.Pool(schedule.Workers, new() { Retries = schedule.Deaths.Length }))
        {
            var results = pool.MapAsync(x => 10 * x, Enumerable.Range(0, schedule.Items), new() { ChunkSize = schedule.Chunk }).WaitAsync(patience).GetAwaiter().GetResult();
            Assert.Equal(Enumerable.Range(0, schedule.Items).Select(x => 10 * x), results);
            Assert.Equal(Enumerable.Range(0, schedule.Items), Yielded(pool));
        }
        Assert.Equal(0, fakes.Alive);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Map_WithFewRetries_GivesEachItemAResultOrAFailureAndNeverBoth() => Prop.ForAll(Schedules.ToArbitrary(), Gen.Choose(0, 1).ToArbitrary(), (schedule, retries) =>
    {
        using var pool = Fakes(schedule.Deaths).Pool(schedule.Workers, new() { Retries = retries });
        IEnumerable<int> completed, failed = [];
        try
        {
            completed = pool.Map(x => 10 * x, Enumerable.Range(0, schedule.Items), new() { ChunkSize = schedule.Chunk }).Select(x => x / 10);
        }
        catch (PartFailedException exception)
        {
            Assert.All(exception.Completed, done => Assert.Equal(10 * done.Key, done.Value));
            Assert.All(exception.Failures, failure => Assert.Equal(retries + 1, Assert.IsType<WorkerDiedException>(failure.Exception).Attempts));
            (completed, failed) = (exception.Completed.Keys, exception.Failures.Select(failure => failure.Part));
        }
        Assert.Equal(Enumerable.Range(0, schedule.Items), completed.Concat(failed).Order());
        Assert.Equal(completed.Order(), Yielded(pool));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void IMap_WithRetriesEnough_GivesEachResultInOrder() => Prop.ForAll(Schedules.ToArbitrary(), schedule =>
    {
        using var pool = Fakes(schedule.Deaths).Pool(schedule.Workers, new() { Retries = schedule.Deaths.Length });
        Assert.Equal(
            Enumerable.Range(0, schedule.Items).Select(x => 10 * x),
            pool.IMap(x => 10 * x, Enumerable.Range(0, schedule.Items), new() { ChunkSize = schedule.Chunk }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void Start_ThatFailsAgainAndAgain_EndsThePoolWithTheReason()
    {
        var fakes = new FakeWorkers { DeathOf = _ => new(0, FakeWorkers.Progress.BeforeIt) };
        using var pool = fakes.Pool(1);
        var refusal = Assert.Throws<WorkerStartException>(() => pool.Map(x => x, [1, 2]));
        Assert.Contains("3 workers in a row ended before they were ready. The test killed it.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(3, fakes.Started);
        Assert.Throws<WorkerStartException>(() => pool.Apply(() => 1));
    }

    [Fact]
    public void Entry_ASecondTime_IsRefused()
    {
        var ledger = new Ledger<int>(first: 5, count: 2, total: null);
        ledger.Fail(6, 1, new InvalidDataException(), record: null);
        var refusal = Assert.Throws<InvalidOperationException>(() => ledger.Cancel(6, 1, "again"));
        Assert.Contains("Item 6 has the outcome Failure", refusal.Message, StringComparison.Ordinal);
        Assert.False(ledger.Settled.IsCompleted);
    }

    [Fact]
    public void Progress_OfItemsThatWereCancelled_IsNotTold()
    {
        var told = new List<int>();
        var ledger = new Ledger<int>(first: 0, count: 6, total: 6, told.Add);
        ledger.Cancel(0, 3, "not wanted");
        ledger.Fail(3, 1, new InvalidDataException(), record: null);
        ledger.Cancel(4, 2, "not wanted");
        Assert.Equal([1], told);
        Assert.True(ledger.Settled.IsCompleted);
    }

    [Fact]
    public void Results_WhereItemsFailedAndOthersWereCancelled_NameTheFailuresInOrderAndKeepTheResultsAlone()
    {
        var ledger = new Ledger<int>(first: 5, count: 4, total: null);
        ledger.Fail(8, 1, new InvalidDataException("late"), record: null);
        ledger.Cancel(6, 1, "not wanted");
        ledger.Fail(5, 1, new InvalidDataException("early"), record: null);
        Assert.False(ledger.Settled.IsCompleted);
        ledger.Enter(7, new(default, [70], null), new()
        {
            Task = 0,
            Attempt = 1,
            Items = (7, 1),
            Worker = "worker 0",
            WorkerIndex = 0,
            ProcessId = 1,
            Core = 0,
            Sent = default,
            Started = default,
            Duration = default,
            Received = default,
            BytesSent = 0,
            BytesReceived = 0,
            Outcome = TaskOutcome.Succeeded,
        });
        Assert.True(ledger.Settled.IsCompleted);
        var failed = Assert.Throws<PartFailedException>(() => ledger.Results(default));
        Assert.Equal([5, 8], failed.Failures.Select(failure => failure.Part));
        Assert.Equal([(7, (object?)70)], failed.Completed.Select(done => (done.Key, done.Value)));
    }

    static FakeWorkers Fakes(FakeWorkers.Death?[] deaths) => new() { DeathOf = number => number < deaths.Length ? deaths[number] : null };

    /// <summary>The items of all tasks that succeeded, by the records.</summary>
    static IEnumerable<int> Yielded(ProcessPool pool) => pool.Records
        .Where(record => record.Outcome == TaskOutcome.Succeeded)
        .SelectMany(record => Enumerable.Range((int)record.Items.First, record.Items.Count))
        .Order();
}
