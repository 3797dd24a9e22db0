using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class SamplerTests
{
    readonly FakeClock clock = new();
    readonly List<string> calls = [];

    [Fact]
    public void Compare_FirstCall_IsKeptApartAsTheColdOne()
    {
        var comparison = Sampler.Compare(Options, ("a", Work("a", 1, milliseconds: call => call == 1 ? 500 : 20)));
        Assert.Equal(0.5, comparison["a"].ColdSeconds);
        Assert.All(comparison["a"].Seconds, seconds => Assert.Equal(0.02, seconds, 1e-9));
    }

    [Fact]
    public void Compare_WorkThatGetsFaster_IsSampledOnceItIsStable()
    {
        var timing = Sampler.Compare(Options, ("a", Work("a", 1, call => call < 25 ? 20 : 10)))["a"];
        Assert.All(timing.Seconds, seconds => Assert.Equal(0.01, seconds, 1e-9));
        Assert.Equal(0.02, timing.WarmUp[0], 1e-9);
        Assert.True(timing.IsStable);
    }

    [Fact]
    public void Compare_WorkThatNeverSettles_SaysSo()
    {
        var timing = Sampler.Compare(Options, ("a", Work("a", 1, call => call % 2 == 0 ? 10 : 30)))["a"];
        Assert.False(timing.IsStable);
        Assert.Contains("not stable", timing.ToString());
    }

    [Fact]
    public void Compare_EveryRound_CallsEachVariantOnceInAnOrderDrawnForTheRound()
    {
        string[] names = ["a", "b", "c"];
        var comparison = Sampler.Compare(Options with { Repeats = 20 }, [.. names.Select(name => (name, Work(name, 1, _ => 50)))]);

        var rounds = Rounds(20, names.Length);
        Assert.All(rounds, round => Assert.Equal(names, round.Order()));
        Assert.True(rounds.Select(round => string.Concat(round)).Distinct().Count() > 1);
        Assert.All(comparison.Timings, timing => Assert.Equal(20, timing.Seconds.Count));
    }

    [Fact]
    public void Compare_Seed_DecidesTheOrder()
    {
        Assert.Equal(OrderOf(seed: 7), OrderOf(seed: 7));
        Assert.NotEqual(OrderOf(seed: 7), OrderOf(seed: 8));

        string OrderOf(int seed)
        {
            calls.Clear();
            Sampler.Compare(Options with { Seed = seed }, ("a", Work("a", 1, _ => 50)), ("b", Work("b", 1, _ => 50)), ("c", Work("c", 1, _ => 50)));
            return string.Concat(Rounds(10, 3).SelectMany(round => round));
        }
    }

    [Fact]
    public void Compare_ShortWork_IsCalledOftenForEachSample()
    {
        var timing = Sampler.Compare(Options, ("a", Work("a", 1, _ => 0.01)))["a"];
        Assert.Equal(128, timing.CallsPerSample);
        Assert.All(timing.Seconds, seconds => Assert.Equal(1e-5, seconds, 1e-9));
    }

    [Fact]
    public void Compare_DifferentAnswers_AreRefusedBeforeAnythingElseIsCalled()
    {
        var failure = Assert.Throws<AnswersDifferException>(() => Sampler.Compare(Options, ("a", Work("a", 4, _ => 50)), ("b", Work("b", 5, _ => 50)), ("c", Work("c", 4, _ => 50))));
        Assert.Contains("'b' answered 5, but 'a' answered 4", failure.Message);
        Assert.Equal(["a", "b"], calls);
    }

    [Fact]
    public void Compare_AnswerThatChangesLater_IsRefused()
    {
        var count = 0;
        Assert.Throws<AnswersDifferException>(() => Sampler.Compare(Options, ("a", () =>
        {
            clock.Advance(50);
            return ++count < 25 ? 1 : 2;
        }
        )));
    }

    [Fact]
    public void Compare_AnswersWithinTheGivenTolerance_AreAccepted()
    {
        var comparison = Sampler.Compare(Options with { Agree = Answers.Within(0.01) }, ("a", Work("a", 1.0, _ => 50)), ("b", Work("b", 1.001, _ => 50)));
        Assert.Equal(2, comparison.Timings.Count);
    }

    [Fact]
    public void Compare_TwoVariants_GivesTheirRatio()
    {
        var comparison = Sampler.Compare(Options, ("slow", Work("slow", 1, call => 100 + call % 3)), ("fast", Work("fast", 1, call => 50 + call % 3)));
        Assert.Equal(Verdict.Faster, comparison.Ratio("fast", baseline: "slow").Verdict);
        Assert.Equal(Verdict.Slower, comparison.Ratio("slow", baseline: "fast").Verdict);
        Assert.Contains("faster than slow", comparison.ToString());
        Assert.Contains("There are: slow, fast", Assert.Throws<ArgumentException>(() => comparison["other"]).Message);
    }

    [Fact]
    public void Compare_FewRepeatsNoVariantsOrTwoOfOneName_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sampler.Compare(Options with { Repeats = 9 }, ("a", () => 1)));
        Assert.Throws<ArgumentException>(() => Sampler.Compare(Options));
        Assert.Throws<ArgumentException>(() => Sampler.Compare(Options, ("a", () => 1), ("a", () => 1)));
        Assert.Empty(calls);
    }

    [Fact]
    public void Compare_WorkThatThrows_ThrowsItsException() =>
        Assert.Throws<TimeoutException>(() => Sampler.Compare(Options, ("a", () => throw new TimeoutException())));

    [Fact]
    public async Task CompareAsync_WorkThatIsAwaited_IsSampledLikewise()
    {
        var work = Work("a", 1, _ => 20);
        var comparison = await Sampler.CompareAsync(Options, default, ("a", async () =>
        {
            await Task.Yield();
            return work();
        }
        ));
        Assert.All(comparison["a"].Seconds, seconds => Assert.Equal(0.02, seconds, 1e-9));
    }

    [Fact]
    public async Task CompareAsync_Cancelled_StopsBetweenTwoCalls()
    {
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sampler.CompareAsync(Options, cancel.Token, ("a", () =>
        {
            clock.Advance(50);
            calls.Add("a");
            if (calls.Count == 3) cancel.Cancel();
            return Task.FromResult<object?>(1);
        }
        )));
        Assert.Equal(3, calls.Count);
    }

    SamplerOptions Options => new() { Clock = clock };

    /// <summary>Work that answers and lets the clock go on, by a script of its calls, counted from 1.</summary>
    Func<object?> Work(string name, object answer, Func<int, double> milliseconds)
    {
        var count = 0;
        return () =>
        {
            calls.Add(name);
            clock.Advance(milliseconds(++count));
            return answer;
        };
    }

    /// <summary>The last calls are those of the rounds.</summary>
    string[][] Rounds(int rounds, int variants) => [.. calls.TakeLast(rounds * variants).Chunk(variants)];
}
