using System.Diagnostics;

namespace LearningKit.Notebooks.Magics;

/// <summary>Measures how long the rest of the cell takes.</summary>
sealed class TimeMagic : Magic
{
    public override string Name => "time";

    public override string Summary => "Shows how long the rest of the cell took, compilation included.";

    public override string Usage =>
        """
        #!time
        var sum = Enumerable.Range(0, 1_000_000).Sum();

        One run is no measurement: lesson 02 shows how to measure (Sampler.Compare).
        """;

    public override bool TakesBody => false;

    public override void Run(MagicCall call)
    {
        var start = Stopwatch.GetTimestamp();
        call.Cell.AtEnd(() => call.Cell.Write(StreamOutput.Out, $"Wall time: {Describe(Stopwatch.GetElapsedTime(start))}\n"));
    }

    static string Describe(TimeSpan time) =>
        time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.00} s" : $"{time.TotalMilliseconds:0.0} ms";
}
