namespace LearningKit.Charts;

/// <summary>
/// The colours of every chart. Series colours are those of Okabe and Ito, told apart by people with every kind of colour
/// vision; no chart leaves colour as the only carrier: series also differ in symbol, dash, hatch or label.
/// </summary>
/// <remarks>
/// Source: M. Okabe and K. Ito, "Color Universal Design: how to make figures and presentations that are friendly to
/// colorblind people" (2002, revised 2008), https://jfly.uni-koeln.de/color/; also B. Wong, Nature Methods 8, 441 (2011).
/// <para>
/// Figures are made in the light colours. A page in dark mode exchanges each for its partner in the same place
/// (<see cref="LightToDark"/>), so every colour used on purpose must be one of these. Each keeps a contrast of at least
/// 3:1 to the paper it stands on, text one of at least 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).
/// </para>
/// </remarks>
public static class Palette
{
    /// <summary>Series colours on light paper: blue, vermillion, bluish green, reddish purple, black.</summary>
    public static IReadOnlyList<string> Light { get; } = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000"];

    /// <summary>The same series on dark paper: sky blue, orange, bluish green, reddish purple, yellow.</summary>
    public static IReadOnlyList<string> Dark { get; } = ["#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442"];

    /// <summary>The paper.</summary>
    public const string Paper = "#FFFFFF";

    /// <summary>Text and axes.</summary>
    public const string Ink = "#1B1B1F";

    /// <summary>Reference lines, bounds and notes: weaker than the data, still legible.</summary>
    public const string Muted = "#5C5C66";

    /// <summary>Grid lines: decoration.</summary>
    public const string Grid = "#E3E3E8";

    /// <summary>Paper in dark mode.</summary>
    public const string DarkPaper = "#18181B";

    /// <summary>What each colour of a figure becomes in dark mode.</summary>
    public static IReadOnlyDictionary<string, string> LightToDark { get; } = new Dictionary<string, string>
    {
        [Paper] = DarkPaper,
        [Ink] = "#ECECF0",
        [Muted] = "#A9A9B4",
        [Grid] = "#35353C",
        [Light[0]] = Dark[0],
        [Light[1]] = Dark[1],
        [Light[2]] = Dark[2],
        [Light[3]] = Dark[3],
        [Light[4]] = Dark[4],
    };

    /// <summary>The colour of series number <paramref name="index"/>, from 0; they repeat after the last, symbols do so later.</summary>
    internal static string Colour(int index) => Light[index % Light.Count];

    static readonly string[] symbols = ["circle", "square", "diamond", "triangle-up", "cross", "star", "triangle-down"];
    static readonly string[] dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
    static readonly string[] hatches = ["", "/", ".", "x", "-", "\\", "+", "|"];

    internal static string Symbol(int index) => symbols[index % symbols.Length];

    internal static string Dash(int index) => dashes[index % dashes.Length];

    internal static string Hatch(int index) => hatches[index % hatches.Length];
}
