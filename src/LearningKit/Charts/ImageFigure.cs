using System.Text.Json.Nodes;
using LearningKit.Workloads;

namespace LearningKit.Charts;

/// <summary>A picture, as a figure that zooms.</summary>
/// <remarks>Pictures wider or higher than 1,200 pixels are drawn as means of blocks, which the figure says.</remarks>
public sealed class ImageFigure : Figure
{
    const int MostPixels = 1200;

    /// <summary>Viridis at nine evenly spaced places (red, green, blue); between them colours are mixed.</summary>
    static readonly byte[] viridis =
    [
        0x44, 0x01, 0x54, 0x47, 0x2D, 0x7B, 0x3B, 0x52, 0x8B, 0x2C, 0x72, 0x8E, 0x21, 0x91, 0x8C, 0x28, 0xAE, 0x80, 0x5E, 0xC9, 0x62, 0xAD, 0xDC, 0x30, 0xFD, 0xE7, 0x25,
    ];

    readonly RasterImage image;
    readonly int block;

    /// <summary>Shows a picture.</summary>
    public ImageFigure(string title, RasterImage image) : base(title)
    {
        ArgumentNullException.ThrowIfNull(image);
        this.image = image;
        block = (Math.Max(image.Width, image.Height) + MostPixels - 1) / MostPixels;
    }

    /// <summary>Shows one byte a pixel.</summary>
    /// <param name="title">What the figure shows, in one line.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">The pixels, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are not width times height pixels.</exception>
    public ImageFigure(string title, int width, int height, byte[] pixels) : this(title, new RasterImage(width, height, 1, pixels)) { }

    /// <summary>How the bytes of a grey picture become colours; a picture in colour keeps its own.</summary>
    public ImageColours Colours { get; init; }

    /// <summary>What the picture shows, in a sentence, for those who do not see it: only the author knows.</summary>
    public string Description { get; init; } = "";

    /// <inheritdoc/>
    public override int Height => Math.Clamp(760 * image.Height / image.Width, 160, 760);

    /// <inheritdoc/>
    public override DataTable Table => new(
        ["Figure", "Value"],
        [["width (pixels)", NumberText.Of(image.Width)], ["height (pixels)", NumberText.Of(image.Height)], ["darkest", NumberText.Of((long)image.Samples.Min())], ["mean", NumberText.Of(Mean)], ["brightest", NumberText.Of((long)image.Samples.Max())]]);

    double Mean => image.Samples.Average(sample => (double)sample);

    /// <inheritdoc/>
    protected override IEnumerable<string> Remarks => block == 1 ? [] : [$"{image.Width} x {image.Height} pixels, drawn as means of blocks of {block} x {block}."];

    /// <summary>An invisible point keeps plotly.js versions happy that draw no layout without a trace.</summary>
    protected override IEnumerable<JsonObject> Traces() =>
    [
        new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyJson.Numbers([0, image.Width]),
            ["y"] = PlotlyJson.Numbers([0, image.Height]),
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
            ["sizex"] = image.Width,
            ["sizey"] = image.Height,
            ["sizing"] = "stretch",
            ["layer"] = "below",
        }),
        ["xaxis"] = Pixels("x (pixels)", 0, image.Width),
        ["yaxis"] = Pixels("y (pixels)", image.Height, 0),
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
        var drawn = block > 1 ? Shrunk() : image;
        if (drawn.Channels == 1 && Colours == ImageColours.Viridis) drawn = new(drawn.Width, drawn.Height, 3, [.. drawn.Samples.SelectMany(Viridis)]);
        return "data:image/png;base64," + Convert.ToBase64String(Png.Encode(drawn));
    }

    RasterImage Shrunk()
    {
        var (w, h, channels) = ((image.Width + block - 1) / block, (image.Height + block - 1) / block, image.Channels);
        var small = new RasterImage(w, h, channels, new byte[w * h * channels]);
        for (var y = 0; y < h; y++)
            for (var i = 0; i < w * channels; i++) small.Row(y)[i] = BlockMean(i / channels * block, y * block, i % channels);
        return small;
    }

    byte BlockMean(int left, int top, int channel)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(top + block, image.Height); y++)
            for (var x = left; x < Math.Min(left + block, image.Width); x++, count++) sum += image.Row(y)[x * image.Channels + channel];
        return (byte)(sum / count);
    }

    /// <summary>Red, green and blue of a shade; 0 stays black.</summary>
    static byte[] Viridis(byte shade)
    {
        if (shade == 0) return [0, 0, 0];
        var stops = viridis.Length / 3 - 1;
        var place = shade / 255.0 * stops;
        var stop = Math.Min((int)place, stops - 1);
        return [.. Enumerable.Range(3 * stop, 3).Select(i => (byte)Math.Round(viridis[i] + (place - stop) * (viridis[i + 3] - viridis[i])))];
    }

    /// <inheritdoc/>
    protected override string Describe() => $"{(Description.Length > 0 ? Description + " " : "")}{image.Width} x {image.Height} pixels, mean brightness {NumberText.Of(Mean)} of 255.";

    /// <inheritdoc/>
    protected override string SayValue(double number) => NumberText.Of(number);
}
