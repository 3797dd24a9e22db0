using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>
/// The cells that were executed, for consoles ("History"). It lives as long as the kernel, which is its session 1. Safe on any
/// thread.
/// </summary>
sealed class InputHistory
{
    const int Session = 1;
    const int Limit = 10_000;

    readonly Lock gate = new();
    readonly List<Entry> entries = [];

    /// <summary>Remembers a cell.</summary>
    public void Add(int number, string code)
    {
        lock (gate)
        {
            if (entries.Count == Limit) entries.RemoveAt(0);
            entries.Add(new(number, code));
        }
    }

    /// <summary>Remembers what a cell's last expression was worth.</summary>
    public void SetOutput(int number, string? output)
    {
        lock (gate)
        {
            var index = entries.FindLastIndex(entry => entry.Number == number);
            if (index >= 0) entries[index] = entries[index] with { Output = output };
        }
    }

    /// <summary>The content of a <c>history_reply</c>.</summary>
    public JsonObject Answer(JsonElement request)
    {
        var withOutput = request.Flag("output") ?? false;
        var history = new JsonArray();
        foreach (var entry in Find(request))
        {
            JsonNode text = withOutput ? new JsonArray(entry.Code, entry.Output) : entry.Code;
            history.Add(new JsonArray(Session, entry.Number, text));
        }
        return new() { ["status"] = "ok", ["history"] = history };
    }

    List<Entry> Find(JsonElement request)
    {
        lock (gate)
        {
            var last = request.Number("n") ?? int.MaxValue;
            return request.Text("hist_access_type") switch
            {
                "tail" => Last(entries, last),
                "search" => Last(Search(request.Text("pattern") ?? "*", request.Flag("unique") ?? false), last),
                "range" => Range(request.Number("session") ?? 0, request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue),
                _ => [],
            };
        }
    }

    List<Entry> Search(string pattern, bool unique)
    {
        var found = entries.FindAll(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
        if (!unique) return found;
        var seen = new HashSet<string>();
        found.Reverse();
        found.RemoveAll(entry => !seen.Add(entry.Code));
        found.Reverse();
        return found;
    }

    /// <summary>The cells from one number up to another. Session 0 is the present one; there are none before.</summary>
    List<Entry> Range(int session, int start, int stop) =>
        session is 0 or Session ? entries.FindAll(entry => entry.Number >= start && entry.Number < stop) : [];

    static List<Entry> Last(List<Entry> found, int count)
    {
        var kept = Math.Clamp(count, 0, found.Count);
        return found.GetRange(found.Count - kept, kept);
    }

    readonly record struct Entry(int Number, string Code, string? Output = null);
}
