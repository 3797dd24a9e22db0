using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Data;

namespace LearningKit.Tracing;

/// <summary>
/// Traces as files in the Trace Event Format, which ui.perfetto.dev and chrome://tracing open: one row a worker.
/// </summary>
/// <remarks>
/// Source: "Trace Event Format", docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU. Spans are complete
/// events (ph X) with times in microseconds; names of rows are metadata events (ph M).
/// </remarks>
public static class ChromeTrace
{
    /// <summary>Writes a trace. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(Trace trace, string path)
    {
        ArgumentNullException.ThrowIfNull(trace);
        Write(trace.Events, path);
    }

    /// <summary>Writes events. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(IEnumerable<TraceEvent> events, string path)
    {
        TraceEvent[] spans = [.. events];
        var rows = spans.Select(e => (e.Process, e.Worker)).Distinct().Order();
        JsonNode?[] items =
        [
            .. spans.Select(e => e.Process).Distinct().Order().Select(process => Name("process_name", process, row: 0, $"process {process}")),
            .. rows.Select(row => Name("thread_name", row.Process, Row(row.Worker), row.Worker == Trace.Caller ? "caller" : $"worker {row.Worker}")),
            .. spans.Select(Span),
        ];
        var file = new JsonObject { ["displayTimeUnit"] = "ms", ["traceEvents"] = new JsonArray(items) };
        AtomicFile.Write(path, file.ToJsonString());
    }

    /// <summary>Reads the events of a file that <see cref="Write(Trace, string)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is not a trace of the kit: says what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<TraceEvent> Read(string path)
    {
        try
        {
            var items = JsonNode.Parse(File.ReadAllText(path))?["traceEvents"] as JsonArray
                ?? throw new InvalidOperationException("it has no list 'traceEvents'");
            return [.. items.OfType<JsonObject>().Where(item => (string?)item["ph"] == "X").Select(Event)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new InvalidDataException($"'{path}' is not a trace that the kit wrote: {e.Message.TrimEnd('.')}. Traces are written by ChromeTrace.Write and 'kit trace'.", e);
        }
    }

    /// <summary>A row's number within its process. The caller's is 0, so that it stands first.</summary>
    static int Row(int worker) => worker - Trace.Caller;

    static JsonObject Name(string kind, int process, int row, string name) => new()
    {
        ["ph"] = "M",
        ["name"] = kind,
        ["pid"] = process,
        ["tid"] = row,
        ["args"] = new JsonObject { ["name"] = name },
    };

    static JsonObject Span(TraceEvent e)
    {
        var details = new JsonObject { ["thread"] = e.Thread, ["core"] = e.Core };
        if (e.Part is { } part) details["part"] = part;
        if (e.Failed) details["failed"] = true;
        return new()
        {
            ["ph"] = "X",
            ["name"] = e.Name,
            ["cat"] = e.Category.ToString(),
            ["ts"] = Microseconds(e.Start),
            ["dur"] = Microseconds(e.Duration),
            ["pid"] = e.Process,
            ["tid"] = Row(e.Worker),
            ["args"] = details,
        };
    }

    static TraceEvent Event(JsonObject item)
    {
        var details = item["args"] as JsonObject ?? [];
        return new()
        {
            Name = Wanted(item, "name").GetValue<string>(),
            Category = Enum.Parse<TraceCategory>(Wanted(item, "cat").GetValue<string>()),
            Start = Time(Wanted(item, "ts").GetValue<decimal>()),
            Duration = Time(Wanted(item, "dur").GetValue<decimal>()),
            Worker = Wanted(item, "tid").GetValue<int>() + Trace.Caller,
            Process = Wanted(item, "pid").GetValue<int>(),
            Part = (int?)details["part"],
            Thread = (int?)details["thread"] ?? 0,
            Core = (int?)details["core"] ?? 0,
            Failed = (bool?)details["failed"] ?? false,
        };
    }

    static JsonNode Wanted(JsonObject item, string name) => item[name] ?? throw new KeyNotFoundException($"an event lacks '{name}'");

    // A tick is a tenth of a microsecond: decimals keep every one, and a round trip changes nothing.
    static decimal Microseconds(TimeSpan time) => time.Ticks / (decimal)TimeSpan.TicksPerMicrosecond;

    static TimeSpan Time(decimal microseconds) => new((long)(microseconds * TimeSpan.TicksPerMicrosecond));
}
