using System.Numerics;
using LearningKit.Workloads;
using Xunit;

namespace LearningKit.Tests.Workloads;

public sealed class Xoshiro256PlusTests
{
    [Fact]
    public void Next_FromASmallState_FollowsTheDefinition()
    {
        // By hand from the definition, for the state 1, 2, 3, 4.
        var random = new Xoshiro256Plus(1, 2, 3, 4);
        Assert.Equal(5UL, random.Next());
        Assert.Equal((7UL, 0UL, 262146UL, BitOperations.RotateLeft(6UL, 45)), random.State);
        Assert.Equal(7 + BitOperations.RotateLeft(6UL, 45), random.Next());
    }

    [Fact]
    public void NextDouble_ManyDraws_StayBelowOneAndSpreadEvenly()
    {
        var random = Xoshiro256Plus.Stream(seed: 1, stream: 0);
        var tenths = new int[10];
        for (var draw = 0; draw < 1_000_000; draw++) tenths[(int)(10 * random.NextDouble())]++;
        Assert.All(tenths, count => Assert.InRange(count, 98_500, 101_500));   // five standard deviations
    }

    [Fact]
    public void Stream_SameSeedAndNumber_RepeatsAndOthersDiffer()
    {
        var firsts = from seed in Enumerable.Range(-50, 100) from stream in Enumerable.Range(0, 100) select Xoshiro256Plus.Stream(seed, stream).State;
        Assert.Equal(10_000, firsts.Distinct().Count());
        Assert.Equal(Xoshiro256Plus.Stream(7, 3).State, Xoshiro256Plus.Stream(7, 3).State);
    }

    [Fact]
    public void SplitMix64_SeedOfTheReferenceImplementation_GivesItsNumbers()
    {
        // The first numbers of S. Vigna's splitmix64.c from the state 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(index => SplitMix64.At(1234567, (ulong)index)));
    }
}
