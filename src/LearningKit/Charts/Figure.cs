using System.Text.Json.Nodes;
using LearningKit.Charts.Formatting;
using LearningKit.Measuring;

namespace LearningKit.Charts;

/// <summary>
/// A chart: a typed view of data that draws itself as a plotly.js figure, as HTML, and as plain text for a terminal or a
/// screen reader. A notebook shows it when it is the last value of a cell or given to <c>display</c>.
/// </summary>
/// <remarks>
/// A new chart says which traces it has, its axes, what is to be seen, and its numbers; title, notes, badge, colours and
/// dark mode are the same for all and come from here. Figures are immutable; each call makes new JSON.
/// <para>Only trace types and attributes that plotly.js has had for years are used, for front ends bring their own version.</para>
/// </remarks>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes = ["application/vnd.plotly.v1+json", "text/html", "text/plain"])]
public abstract class Figure
{
    /// <summary>Starts a figure.</summary>
    /// <param name="title">What the figure shows, in one line.</param>
    protected Figure(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
    }

    /// <summary>What the figure shows, in one line.</summary>
    public string Title { get; }

    /// <summary>How far measurements on this machine can be trusted; null where the figure shows no measurement.</summary>
    public TrustBadge? Badge { get; init; }

    /// <summary>What the learner expected, drawn beside the result; null draws none.</summary>
    public Prediction? Prediction { get; init; }

    /// <summary>The height in pixels; the width is that of the page.</summary>
    public virtual int Height => 440;

    /// <summary>What is to be seen, in sentences made from the data: for those who do not see the figure.</summary>
    public string AltText => string.Join(" ", new[] { $"{Title}.", Describe(), DescribePrediction() }.Concat(Notes).Where(text => text.Length > 0));

    /// <summary>The numbers behind the figure.</summary>
    public abstract DataTable Table { get; }

    /// <summary>Sentences of the chart's own: what was left out, joined or assumed.</summary>
    protected virtual IEnumerable<string> Remarks => [];

    /// <summary>What stands under the title: the badge and the chart's remarks.</summary>
    IReadOnlyList<string> Notes => Badge is null ? [.. Remarks] : [$"{Symbol(Badge.Level)} {Badge.Message}", .. Remarks];

    static string Symbol(TrustLevel level) => level switch
    {
        TrustLevel.Full => "✔",
        TrustLevel.Limited => "⚠",
        _ => "✖",
    };

    /// <summary>The plotly.js traces.</summary>
    protected abstract IEnumerable<JsonObject> Traces();

    /// <summary>The plotly.js layout: axes, shapes, annotations, bar mode. Title, fonts and colours are added to it.</summary>
    protected abstract JsonObject Layout();

    /// <summary>What is to be seen, in sentences; the title and the prediction are added.</summary>
    protected abstract string Describe();

    /// <summary>The figure as plotly.js knows it: <c>{ data, layout, config }</c>. The alt text and the table are in <c>layout.meta</c>.</summary>
    public JsonObject ToPlotly() => new()
    {
        ["data"] = new JsonArray([.. Traces()]),
        ["layout"] = FigureLayout.Complete(Layout(), this, Notes),
        ["config"] = FigureLayout.Config(),
    };

    /// <summary>
    /// The figure as a fragment of HTML with its table, without plotly.js itself: the page carries that once
    /// (<see cref="WebLibrary.Plotly"/>). <see cref="HtmlPage"/> makes a whole page.
    /// </summary>
    public string ToHtml() => FigureHtml.Fragment(ToPlotly());

    /// <summary>Title, notes and table as plain text.</summary>
    public string ToText() => string.Join("\n", Notes.Prepend(Title)) + "\n\n" + Table.ToText() + (DescribePrediction() is { Length: > 0 } said ? $"\n{said}\n" : "");

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <summary>The prediction as a sentence.</summary>
    string DescribePrediction() => Prediction is null ? "" : Capital($"{Prediction.Name}{SayPlace(Prediction)}: {SayValue(Prediction.Value)}.");

    /// <summary>A value of the chart's value axis with its unit, for sentences.</summary>
    protected abstract string SayValue(double number);

    static string SayPlace(Prediction prediction) => prediction switch
    {
        { Category: { } category } => $" for {category}",
        { X: { } x } => $" at {NumberText.Of(x)}",
        _ => "",
    };

    static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
