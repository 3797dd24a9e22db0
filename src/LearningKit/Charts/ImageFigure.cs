using System.Text.Json.Nodes;

namespace LearningKit.Charts;

/// <summary>A picture of one byte a pixel, as a figure that zooms.</summary>
/// <remarks>Pictures wider or higher than 1,200 pixels are drawn as means of blocks, which the figure says.</remarks>
public sealed class ImageFigure : Figure
{
    const int MostPixels = 1200;

    /// <summary>Viridis at nine evenly spaced places (red, green, blue); between them colours are mixed.</summary>
    static readonly byte[] viridis =
    [
        0x44, 0x01, 0x54, 0x47, 0x2D, 0x7B, 0x3B, 0x52, 0x8B, 0x2C, 0x72, 0x8E, 0x21, 0x91, 0x8C, 0x28, 0xAE, 0x80, 0x5E, 0xC9, 0x62, 0xAD, 0xDC, 0x30, 0xFD, 0xE7, 0x25,
    ];

    readonly int width;
    readonly int height;
    readonly byte[] pixels;
    readonly int block;

    /// <summary>Shows a picture.</summary>
    /// <param name="title">What the figure shows, in one line.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">The pixels, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are not width times height pixels.</exception>
    public ImageFigure(string title, int width, int height, byte[] pixels) : base(title)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (pixels.Length != (long)width * height)
            throw new ArgumentException($"An image of {width} x {height} has {(long)width * height} pixels, but {pixels.Length} were given.", nameof(pixels));
        (this.width, this.height, this.pixels) = (width, height, pixels);
        block = (Math.Max(width, height) + MostPixels - 1) / MostPixels;
    }

    /// <summary>How bytes become colours.</summary>
    public ImageColours Colours { get; init; }

    /// <summary>What the picture shows, in a sentence, for those who do not see it: only the author knows.</summary>
    public string Description { get; init; } = "";

    /// <inheritdoc/>
    public override int Height => Math.Clamp(760 * height / width, 160, 760);

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Figure", "Value"],
        [["width (pixels)", NumberText.Of(width)], ["height (pixels)", NumberText.Of(height)], ["darkest", NumberText.Of((long)pixels.Min())], ["mean", NumberText.Of(Mean)], ["brightest", NumberText.Of((long)pixels.Max())]]);

    double Mean => pixels.Average(pixel => (double)pixel);

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => block == 1 ? [] : [$"{width} x {height} pixels, drawn as means of blocks of {block} x {block}."];

    /// <summary>An invisible point keeps plotly.js versions happy that draw no layout without a trace.</summary>
    protected override IEnumerable<JsonObject> Traces() =>
    [
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyJson.Numbers([0, width]),
            ["y"] = PlotlyJson.Numbers([0, height]),
            ["marker"] = new JsonObject { ["opacity"] = 0 },
            ["hoverinfo"] = "skip",
        },
    ];

    /// <inheritdoc/>
    protected override JsonObject Layout() => new()
    {
        ["images"] = new JsonArray(new JsonObject
        {
            ["source"] = Source(),
            ["xref"] = "x",
            ["yref"] = "y",
            ["x"] = 0,
            ["y"] = 0,
            ["sizex"] = width,
            ["sizey"] = height,
            ["sizing"] = "stretch",
            ["layer"] = "below",
        }),
        ["xaxis"] = Pixels("x (pixels)", 0, width),
        ["yaxis"] = Pixels("y (pixels)", height, 0),
        ["showlegend"] = false,
    };

    static JsonObject Pixels(string title, int from, int to) => new()
    {
        ["title"] = new JsonObject { ["text"] = title },
        ["range"] = PlotlyJson.Numbers([from, to]),
        ["constrain"] = "domain",
        ["showgrid"] = false,
        ["scaleanchor"] = title[0] == 'y' ? "x" : null,
    };

    string Source()
    {
        var (w, h) = ((width + block - 1) / block, (height + block - 1) / block);
        var drawn = pixels;
        if (block > 1)
        {
            drawn = new byte[w * h];
            for (var y = 0; y < h; y++)
                for (var x = 0; x < w; x++) drawn[y * w + x] = BlockMean(x * block, y * block);
        }
        return PngDataUri.Of(w, h, drawn, Colours == ImageColours.Grey ? [] : ViridisPalette());
    }

    byte BlockMean(int left, int top)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(top + block, height); y++)
            for (var x = left; x < Math.Min(left + block, width); x++, count++) sum += pixels[y * width + x];
        return (byte)(sum / count);
    }

    static byte[] ViridisPalette()
    {
        var palette = new byte[3 * 256];   // 0 stays black
        var stops = viridis.Length / 3 - 1;
        for (var i = 1; i < 256; i++)
        {
            var place = i / 255.0 * stops;
            var stop = Math.Min((int)place, stops - 1);
            for (var c = 0; c < 3; c++) palette[3 * i + c] = (byte)Math.Round(viridis[3 * stop + c] + (place - stop) * (viridis[3 * stop + 3 + c] - viridis[3 * stop + c]));
        }
        return palette;
    }

    /// <inheritdoc/>
    protected override string Describe() => $"{(Description.Length > 0 ? Description + " " : "")}{width} x {height} pixels, mean brightness {NumberText.Of(Mean)} of 255.";

    /// <inheritdoc/>
    protected override string SayValue(double number) => NumberText.Of(number);
}
