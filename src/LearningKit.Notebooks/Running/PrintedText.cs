using System.Text;
using System.Text.RegularExpressions;

namespace LearningKit.Notebooks.Running;

/// <summary>
/// What a worker's process prints past its session: programs that cells start, native libraries, and the runtime's last
/// words when it dies. It is read by a thread of its own, so that the worker never waits for us.
/// </summary>
/// <remarks>
/// At the end of a cell the worker prints a mark behind the text: what stands before it belongs to that cell. What begins like
/// the runtime's last words is held back until the next mark or the end: then it explains a death.
/// </remarks>
sealed partial class PrintedText
{
    const char MarkBegin = '\u001e';
    const char MarkEnd = '\n';
    const int Limit = 1_000_000;
    static readonly TimeSpan untilRead = TimeSpan.FromSeconds(2);

    readonly object gate = new();
    readonly Thread thread;
    readonly Action<string> show;
    readonly StringBuilder pending = new();
    readonly StringBuilder held = new();
    bool holding;
    long lastMark;

    /// <summary>Starts reading.</summary>
    /// <param name="stream">The worker's error stream.</param>
    /// <param name="show">Gets the text; called by one thread.</param>
    public PrintedText(Stream stream, Action<string> show)
    {
        this.show = show;
        thread = new(() => Read(stream)) { IsBackground = true, Name = "worker's print" };
        thread.Start();
    }

    /// <summary>What a worker prints when a cell ends.</summary>
    public static string Mark(long id) => $"{MarkBegin}{id}{MarkEnd}";

    /// <summary>Waits until everything before a mark has been handed on. A cell may have closed the stream: then it gives up.</summary>
    public void WaitForMark(long id, TimeSpan patience)
    {
        lock (gate)
        {
            var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
            while (lastMark < id && deadline - Environment.TickCount64 is var left and > 0) Monitor.Wait(gate, (int)left);
        }
    }

    /// <summary>The lines that the runtime printed as it died, once the process has ended.</summary>
    public IReadOnlyList<string> LastWords()
    {
        thread.Join(untilRead);
        lock (gate) return held.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    void Read(Stream stream)
    {
        var bytes = new byte[64 * 1024];
        var characters = new char[bytes.Length];
        var decoder = Encoding.UTF8.GetDecoder();
        try
        {
            while (stream.Read(bytes) is var count and > 0)
            {
                pending.Append(characters, 0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false));
                HandOn();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException) { } // The worker was killed.
    }

    void HandOn()
    {
        var text = pending.ToString();
        pending.Clear();
        var from = 0;
        while (text.IndexOf(MarkBegin, from) is var begin and >= 0)
        {
            Take(text[from..begin]);
            var end = text.IndexOf(MarkEnd, begin);
            if (end < 0)
            {
                pending.Append(text, begin, text.Length - begin);
                return;
            }
            if (long.TryParse(text.AsSpan(begin + 1, end - begin - 1), out var id)) Pass(id);
            else Take(text[(begin + 1)..(end + 1)]);
            from = end + 1;
        }
        Take(text[from..]);
    }

    void Take(string text)
    {
        if (text.Length == 0) return;
        var last = holding ? 0 : LastWordsBegin().Match(text) is { Success: true } match ? match.Index : text.Length;
        if (last > 0) show(text[..last]);
        if (last == text.Length) return;
        holding = true;
        lock (gate)
            if (held.Length < Limit) held.Append(text, last, text.Length - last);
    }

    // The process lives: these were not its last words.
    void Pass(long id)
    {
        string alive;
        lock (gate)
        {
            alive = held.ToString();
            held.Clear();
        }
        holding = false;
        if (alive.Length > 0) show(alive);
        lock (gate)
        {
            lastMark = id;
            Monitor.PulseAll(gate);
        }
    }

    [GeneratedRegex(@"^(Stack overflow|Unhandled exception|Process terminated|Fatal error|Out of memory)", RegexOptions.Multiline)]
    private static partial Regex LastWordsBegin();
}
