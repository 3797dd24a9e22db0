using BenchmarkDotNet.Attributes;
using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class InProcessBenchmarksTests
{
    [Fact]
    public void Run_ClassWithABenchmark_GivesItsTiming()
    {
        var timing = Assert.Single(InProcessBenchmarks.Run<Sum>());
        Assert.Equal("Loop [Count=100]", timing.Name);
        Assert.Equal(SamplerOptions.FewestRepeats, timing.Seconds.Count);
        Assert.All(timing.Seconds, seconds => Assert.True(seconds > 0));
        Assert.True(timing.ColdSeconds > 0, $"The cold call took {timing.ColdSeconds?.ToString() ?? "no time that is known"}.");
        Assert.NotEmpty(timing.WarmUp);
    }

    [Fact]
    public void Run_BenchmarkThatThrows_SaysWhatBenchmarkDotNetSays() =>
        Assert.Contains("it broke", Assert.Throws<InvalidOperationException>(() => InProcessBenchmarks.Run<Broken>()).Message);

    [Fact]
    public void Run_ClassWithoutBenchmarks_IsRefused() =>
        Assert.Contains("'Empty'", Assert.Throws<InvalidOperationException>(() => InProcessBenchmarks.Run<Empty>()).Message);

    public class Sum
    {
        [Params(100)]
        public int Count { get; set; }

        [Benchmark]
        public int Loop()
        {
            var sum = 0;
            for (var i = 0; i < Count; i++) sum += i;
            return sum;
        }
    }

    public class Broken
    {
        [Benchmark]
        public int Throw() => throw new TimeoutException("it broke");
    }

    public class Empty;
}
