using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Running;

/// <summary>
/// Messages between a session and its worker: lines of JSON, each behind a record separator, as RFC 7464 frames JSON texts.
/// What lacks the separator is no message but text that somebody else wrote into the stream.
/// </summary>
/// <remarks>Any thread may send; one thread reads.</remarks>
/// <param name="input">Where the other side's messages come from.</param>
/// <param name="output">Where messages go.</param>
sealed class MessageChannel(Stream input, Stream output)
{
    const byte RecordSeparator = 0x1e;

    // Figures nest deeply, and what a cell shows is HTML that needs no second escaping.
    static readonly JsonDocumentOptions reading = new() { MaxDepth = 512 };
    static readonly JsonWriterOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    readonly Lock gate = new();
    byte[] buffer = new byte[16 * 1024];
    int start;
    int end;

    /// <summary>Sends a message. Nothing happens if the other side is gone: its end is noticed where its messages are read.</summary>
    public void Send(JsonObject message)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(RecordSeparator);
        using (var writer = new Utf8JsonWriter(bytes, writing)) message.WriteTo(writer);
        bytes.WriteByte((byte)'\n');
        lock (gate)
        {
            try
            {
                output.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
                output.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException) { }
        }
    }

    /// <summary>Reads the next message.</summary>
    /// <param name="onText">Gets what stands before it and is no message.</param>
    /// <returns>The message, or null when the other side has closed the stream.</returns>
    public JsonObject? Read(Action<string> onText)
    {
        while (ReadLine() is { Length: > 0 } line)
        {
            var mark = line.IndexOf(RecordSeparator);
            if (mark != 0) onText(Encoding.UTF8.GetString(mark < 0 ? line : line[..mark]));
            if (mark >= 0) return JsonNode.Parse(line[(mark + 1)..], documentOptions: reading)!.AsObject();
        }
        return null;
    }

    /// <summary>The next line with its end; empty when there is none. Valid until the next call.</summary>
    ReadOnlySpan<byte> ReadLine()
    {
        for (var searched = start; ;)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0) return Take(searched + found + 1);
            searched = end - start;
            MakeRoom();
            var count = ReadMore();
            if (count == 0) return Take(end);
            end += count;
        }
    }

    int ReadMore()
    {
        try
        {
            return input.Read(buffer, end, buffer.Length - end);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return 0;   // the other side died, or this one is closing
        }
    }

    ReadOnlySpan<byte> Take(int next)
    {
        var line = buffer.AsSpan(start..next);
        start = next;
        return line;
    }

    /// <summary>Moves what is unread to the front, and doubles the buffer if a line fills it.</summary>
    void MakeRoom()
    {
        buffer.AsSpan(start..end).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
    }
}
