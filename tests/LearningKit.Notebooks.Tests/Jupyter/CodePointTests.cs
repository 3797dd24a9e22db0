using FsCheck;
using FsCheck.Fluent;
using LearningKit.Notebooks.Jupyter;

namespace LearningKit.Notebooks.Tests.Jupyter;

public sealed class CodePointTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("😀.", 1, 2)]
    [InlineData("😀.", 2, 3)]
    [InlineData("a😀b😀c", 4, 6)]
    [InlineData("abc", 99, 3)]
    [InlineData("abc", -1, 0)]
    [InlineData("\ud83dx", 1, 1)]
    public void Position_InCodePoints_BecomesUtf16(string text, int points, int units) =>
        Assert.Equal(units, CodePoints.ToUtf16(text, points));

    static readonly Gen<(string Text, int At)> position =
        from parts in Gen.Elements("a", "é", "😀", "\ud83d", "\ude00").ListOf()
        from at in Gen.Choose(0, 20)
        select (string.Concat(parts), at);

    [Fact]
    public void Position_ThereAndBack_IsTheSame() => Prop.ForAll(position.ToArbitrary(), sample =>
    {
        var units = CodePoints.ToUtf16(sample.Text, sample.At);
        return CodePoints.FromUtf16(sample.Text, units) == Math.Min(sample.At, CodePoints.FromUtf16(sample.Text, int.MaxValue));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Parallel.For?", "Parallel.For")]
    [InlineData(" ?List<int> ", "List<int>")]
    [InlineData("x??\n", "x")]
    [InlineData("#!time?", "#!time")]
    [InlineData("?", null)]
    [InlineData("x", null)]
    [InlineData("a ? b", null)]
    [InlineData("// why?", null)]
    [InlineData("f(\"?\")", null)]
    public void Cell_ThatAsksForHelp_IsUnderstood(string code, string? subject) => Assert.Equal(subject, HelpQuestion.Read(code));
}
