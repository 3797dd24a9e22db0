using LearningKit.Charts;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class DataTableTests
{
    static readonly DataTable table = new(["Name", "Time (ms)"], [["rows", "12.5"], ["columns", "9"], ["<lost>", "n/a"]]);

    [Fact]
    public void ToText_NumbersAndNames_AreAlignedToTheirSides() => Assert.Equal(
        """
        Name     Time (ms)
        -------  ---------
        rows          12.5
        columns          9
        <lost>         n/a

        """, table.ToText(), ignoreLineEndingDifferences: true);

    [Fact]
    public void ToHtml_AnyCell_IsEscaped()
    {
        var html = table.ToHtml("a & b");

        Assert.Contains("<td>&lt;lost&gt;</td><td class=\"lk-number\">n/a</td>", html, StringComparison.Ordinal);
        Assert.Contains("<caption>a &amp; b</caption>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"lk-number\">Time (ms)</th>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00123, "0.00123")]
    [InlineData(1.9, "1.9")]
    [InlineData(12.345, "12.3")]
    [InlineData(1234.4, "1234")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(9.999, "10")]
    [InlineData(1.2e9, "1.2e+09")]
    [InlineData(3e-7, "3e-07")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.PositiveInfinity, "infinite")]
    public void NumberText_AnyNumber_HasThreeDigitsThatMatter(double number, string text) => Assert.Equal(text, NumberText.Of(number));

    [Theory]
    [InlineData(2.5, "2.5 s")]
    [InlineData(0.0125, "12.5 ms")]
    [InlineData(3e-6, "3 µs")]
    [InlineData(4e-9, "4 ns")]
    [InlineData(4e-11, "0.04 ns")]
    [InlineData(0, "0 s")]
    public void TimeScale_AnyTime_HasTheUnitThatSuitsIt(double seconds, string text) => Assert.Equal(text, TimeScale.SayAny(seconds));
}
