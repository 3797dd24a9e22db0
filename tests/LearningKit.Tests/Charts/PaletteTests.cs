using System.Globalization;
using LearningKit.Charts;
using Xunit;

namespace LearningKit.Tests.Charts;

public sealed class PaletteTests
{
    const double Graphics = 3;   // WCAG 2.2, 1.4.11
    const double Text = 4.5;     // WCAG 2.2, 1.4.3

    static string Dark(string light) => Palette.LightToDark[light];

    [Fact]
    public void SeriesColours_OnTheirPaper_StandOut()
    {
        Assert.All(Palette.Light, colour => Assert.True(Contrast(colour, Palette.Paper) >= Graphics, $"{colour}: {Contrast(colour, Palette.Paper):0.00}"));
        Assert.All(Palette.Dark, colour => Assert.True(Contrast(colour, Palette.DarkPaper) >= Graphics, $"{colour}: {Contrast(colour, Palette.DarkPaper):0.00}"));
    }

    [Theory]
    [InlineData(Palette.Ink)]
    [InlineData(Palette.Muted)]
    public void TextColours_OnTheirPaper_AreLegible(string colour)
    {
        Assert.True(Contrast(colour, Palette.Paper) >= Text);
        Assert.True(Contrast(Dark(colour), Palette.DarkPaper) >= Text);
    }

    /// <summary>No two series look alike to people without one of the three kinds of cones.</summary>
    [Theory, MemberData(nameof(ColourVisions))]
    public void SeriesColours_InAnyColourVision_AreToldApart(string vision, double[] matrix)
    {
        foreach (var colours in (IReadOnlyList<string>[])[Palette.Light, Palette.Dark])
            foreach (var a in colours)
                foreach (var b in colours.Where(b => b != a))
                    Assert.True(Distance(Seen(a, matrix), Seen(b, matrix)) > 10, $"{vision}: {a} and {b} are {Distance(Seen(a, matrix), Seen(b, matrix)):0.0} apart");
    }

    /// <summary>Simulation of missing cones in linear RGB: G. Machado, M. Oliveira, L. Fernandes, IEEE TVCG 15(6), 2009, severity 1.</summary>
    public static IEnumerable<object[]> ColourVisions =>
    [
        ["full", (double[])[1, 0, 0, 0, 1, 0, 0, 0, 1]],
        ["protanopia", (double[])[0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]],
        ["deuteranopia", (double[])[0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]],
        ["tritanopia", (double[])[1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]],
    ];

    static double Contrast(string a, string b)
    {
        var (first, second) = (Luminance(a) + 0.05, Luminance(b) + 0.05);
        return Math.Max(first, second) / Math.Min(first, second);
    }

    static double Luminance(string colour) => Linear(colour) is [var r, var g, var b] ? 0.2126 * r + 0.7152 * g + 0.0722 * b : double.NaN;

    /// <summary>Red, green and blue as light, from the hexadecimal form (sRGB, IEC 61966-2-1).</summary>
    static double[] Linear(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4))];

    static double[] Seen(string colour, double[] matrix)
    {
        var light = Linear(colour);
        return [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(i => matrix[3 * row + i] * light[i]), 0, 1))];
    }

    /// <summary>The distance in CIE L*a*b* (1976); 2.3 is just noticeable side by side.</summary>
    static double Distance(double[] a, double[] b) => Math.Sqrt(Lab(a).Zip(Lab(b), (p, q) => (p - q) * (p - q)).Sum());

    static double[] Lab(double[] rgb)
    {
        var x = F((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        var y = F(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        var z = F((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
