using LearningKit.Measuring;
using Xunit;

namespace LearningKit.Tests.Measuring;

public sealed class AnswersTests
{
    [Fact]
    public void Equal_ListsOfEqualItems_AreEqualWhateverTheirType()
    {
        Assert.True(Answers.Equal(new[] { 1, 2 }, new List<int> { 1, 2 }));
        Assert.True(Answers.Equal(new[] { new[] { 1 }, [2] }, new[] { new[] { 1 }, [2] }));
        Assert.True(Answers.Equal(new[] { double.NaN }, new[] { double.NaN }));
        Assert.True(Answers.Equal(null, null));
    }

    [Fact]
    public void Equal_DifferentItemsOrLengths_AreNotEqual()
    {
        Assert.False(Answers.Equal(new[] { 1, 2 }, new[] { 1, 3 }));
        Assert.False(Answers.Equal(new[] { 1, 2 }, new[] { 1, 2, 3 }));
        Assert.False(Answers.Equal(new[] { 1, 2, 3 }, new[] { 1, 2 }));
        Assert.False(Answers.Equal(1.0, 1.0 + 1e-15));
        Assert.False(Answers.Equal("ab", "ac"));
        Assert.False(Answers.Equal(null, 0));
    }

    [Fact]
    public void Equal_LargeArraysOfNumbers_AreComparedToTheLastItem()
    {
        var (a, b) = (new double[100_000], new double[100_000]);
        Assert.True(Answers.Equal(a, b));
        b[^1] = 1;
        Assert.False(Answers.Equal(a, b));
        b[^1] = -0.0;
        Assert.True(Answers.Equal(a, b));
    }

    [Fact]
    public void Within_RelativeDifference_IsAllowedUpToTheShare()
    {
        var close = Answers.Within(1e-3);
        Assert.True(close(1000.9, 1000.0));
        Assert.False(close(1001.1, 1000.0));
        Assert.True(close(new[] { 1.0f, 2.0f }, new[] { 1.0005f, 2.0f }));
        Assert.True(close(double.PositiveInfinity, double.PositiveInfinity));
        Assert.False(close(1, 2));
    }

    [Fact]
    public void Show_LongAnswers_AreCut()
    {
        Assert.Equal("[1, 2, 3, 4, 5, ...]", Answers.Show(Enumerable.Range(1, 100)));
        Assert.Equal("[1, 2]", Answers.Show(new[] { 1, 2 }));
        Assert.Equal("null", Answers.Show(null));
        Assert.True(Answers.Show(new string('x', 1000)).Length < 100);
    }
}
