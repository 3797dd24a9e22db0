using LearningKit.Exercises;

namespace LearningKit.Lessons.Tests.Exercises;

public class InstrumentTests
{
    [Fact]
    public void Ledger_EachItemOnce_IsExact()
    {
        var ledger = new ItemLedger(100);
        Parallel.For(0, 100, ledger.Enter);
        Assert.True(ledger.IsExact);
        Assert.Contains("exactly once", ledger.ToString());
    }

    [Fact]
    public void Ledger_Faults_AreNamed()
    {
        var ledger = new ItemLedger(5);
        foreach (var item in new[] { 0, 1, 1, 4, 9 }) ledger.Enter(item);
        Assert.False(ledger.IsExact);
        Assert.Equal([2, 3], ledger.Missing);
        Assert.Equal([1], ledger.Repeated);
        Assert.Equal(1, ledger.Unknown);
        Assert.Equal("2 of 5 items were never handled (2, 3); 1 were handled more than once (1); items that do not exist were handled 1 times", ledger.ToString());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Gauge_EnoughThreads_SeesThemTogetherEveryTime(int workers)
    {
        var gauge = new ConcurrencyGauge(awaited: workers, patience: TimeSpan.FromMinutes(5));
        var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() => gauge.Enter().Dispose())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(workers, gauge.Peak);
    }

    [Fact]
    public void Gauge_OneAfterTheOther_PeakIsOneAndOnlyTheFirstIsHeld()
    {
        var gauge = new ConcurrencyGauge(awaited: 2, patience: TimeSpan.Zero);
        for (var i = 0; i < 3; i++) gauge.Enter().Dispose();
        Assert.Equal(1, gauge.Peak);
    }

    // Threads stand for processes here: the gauge knows its visitors by their files alone. The exercise that uses it runs on
    // worker processes in the tests of all answers.
    [Fact]
    public void ProcessGauge_TwoVisitors_SeesThemTogetherEveryTime()
    {
        var gauge = new ProcessGauge(TestProgress.NewFolder(), Patience: TimeSpan.FromMinutes(5));
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() => gauge.Enter().Dispose())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.True(gauge.SawTwo);
    }

    [Fact]
    public void ProcessGauge_OneAfterTheOther_SawNoTwoAndOnlyTheFirstIsHeld()
    {
        var gauge = new ProcessGauge(TestProgress.NewFolder(), Patience: TimeSpan.Zero);
        gauge.Enter().Dispose();
        var patient = gauge with { Patience = TimeSpan.FromMinutes(5) };   // would hold whoever still finds the door closed
        for (var i = 0; i < 3; i++) patient.Enter().Dispose();
        Assert.False(patient.SawTwo);
    }

    [Fact]
    public void ProcessGauge_SecondComesAfterTheDoorWasOpened_IsStillSeen()
    {
        var gauge = new ProcessGauge(TestProgress.NewFolder(), Patience: TimeSpan.Zero);
        using (gauge.Enter())
        using (gauge.Enter()) { }
        Assert.True(gauge.SawTwo);
    }
}
