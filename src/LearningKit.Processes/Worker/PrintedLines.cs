using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningKit.Processes;

/// <summary>
/// Reads what a worker prints and hands it on line by line, on a thread of its own. Nothing is kept: when the receiver is slow,
/// the pipe fills and the worker waits. What is more than <see cref="Limit"/> is read and thrown away, with a note, so that
/// a task that prints without end neither waits for ever nor floods who shows it.
/// </summary>
sealed partial class PrintedLines
{
    /// <summary>How many bytes of one worker are handed on.</summary>
    public const long Limit = 32 << 20;

    const int LongestLine = 64 * 1024;
    const int LastWordsKept = 12;

    readonly Stream stream;
    readonly string worker;
    readonly Action<WorkerOutput> show;
    readonly Thread thread;
    readonly ArrayBufferWriter<byte> line = new();
    readonly List<string> lastWords = [];
    bool lineIsError;
    bool showFailed;
    long handedOn;
    long cut;

    /// <summary>Starts reading.</summary>
    /// <param name="stream">The pipe that all streams of the worker share.</param>
    /// <param name="worker">The worker's name.</param>
    /// <param name="show">Gets the lines; called by one thread.</param>
    public PrintedLines(Stream stream, string worker, Action<WorkerOutput> show)
    {
        (this.stream, this.worker, this.show) = (stream, worker, show);
        thread = new(Read) { IsBackground = true, Name = $"prints of {worker}" };
        thread.Start();
    }

    /// <summary>Waits until everything was handed on. Something that the worker left behind may hold the pipe: then it gives up.</summary>
    /// <returns>What the runtime printed as it died, or nothing.</returns>
    public IReadOnlyList<string> WaitForEnd(TimeSpan patience)
    {
        thread.Join(patience);
        lock (lastWords) return [.. lastWords];
    }

    void Read()
    {
        var bytes = new byte[LongestLine];
        try
        {
            while (stream.Read(bytes) is var count and > 0) Split(bytes.AsSpan(0, count));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException) { } // The worker was killed.
        if (line.WrittenCount > 0) EndLine();
        if (cut > 0) Show(isError: true, $"({cut:N0} bytes that {worker} printed are not shown.)");
        stream.Dispose();
    }

    void Split(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOfAny((byte)'\n', LineWriter.OutputMark, LineWriter.ErrorMark) is var end and >= 0)
        {
            Add(bytes[..end]);
            if (bytes[end] == '\n' || line.WrittenCount > 0) EndLine();
            lineIsError = bytes[end] == LineWriter.ErrorMark;
            bytes = bytes[(end + 1)..];
        }
        Add(bytes);
    }

    void Add(ReadOnlySpan<byte> bytes)
    {
        line.Write(bytes);
        if (line.WrittenCount >= LongestLine) EndLine();
    }

    void EndLine()
    {
        var length = line.WrittenCount;
        var text = handedOn < Limit ? Encoding.UTF8.GetString(line.WrittenSpan).TrimEnd('\r') : "";
        line.ResetWrittenCount();
        if (handedOn >= Limit)
        {
            cut += length;
            return;
        }
        handedOn += length;
        Show(NoteLastWords(text) || lineIsError, text);
        if (handedOn >= Limit) Show(isError: true, $"({worker} has printed {Limit >> 20} MiB. What it prints from here on is not shown.)");
    }

    bool NoteLastWords(string text)
    {
        lock (lastWords)
        {
            if (LastWordsBegin().IsMatch(text)) lastWords.Clear();
            else if (lastWords.Count is 0 or >= LastWordsKept) return lastWords.Count > 0;
            lastWords.Add(text);
            return true;
        }
    }

    void Show(bool isError, string text)
    {
        if (showFailed) return;
        try
        {
            show(new(worker, isError, text));
        }
        catch (Exception)
        {
            showFailed = true;   // Whoever shows it is broken. The worker is not: its pipe must be read all the same.
        }
    }

    [GeneratedRegex(@"^(Stack overflow|Unhandled exception|Process terminated|Fatal error|Out of memory|GC heap initialization failed|Failed to create CoreCLR)")]
    private static partial Regex LastWordsBegin();
}
