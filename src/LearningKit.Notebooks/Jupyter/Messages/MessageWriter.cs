using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Jupyter.Messages;

/// <summary>Writes messages as frames, signed. Safe on any thread.</summary>
/// <param name="signer">Signs them.</param>
sealed class MessageWriter(MessageSigner signer)
{
    static readonly JsonWriterOptions relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string session = Guid.NewGuid().ToString();
    int written;

    /// <summary>The name under which all messages of this kernel go.</summary>
    public string Session => session;

    /// <summary>Writes a message.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of the message that caused it, as JSON text; empty for none.</param>
    /// <param name="buffers">Raw bytes that travel with it.</param>
    /// <returns>The message's name, and its frames from the delimiter on.</returns>
    /// <exception cref="ArgumentException">The content holds a number that JSON cannot express.</exception>
    /// <exception cref="InvalidOperationException">The content is nested too deeply.</exception>
    public (string Id, ReadOnlyMemory<byte>[] Frames) Write(
        string type, JsonObject content, ReadOnlyMemory<byte> parent, params ReadOnlySpan<byte[]> buffers)
    {
        var id = $"{session}_{Interlocked.Increment(ref written).ToString(CultureInfo.InvariantCulture)}";
        var parts = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(parts, relaxed);
        WriteHeader(json, id, type);
        json.Flush();
        var header = parts.WrittenCount;
        parts.Write(parent.Length == 0 ? "{}"u8 : parent.Span);
        var parentEnd = parts.WrittenCount;
        parts.Write("{}"u8);
        var metadataEnd = parts.WrittenCount;
        json.Reset();
        content.WriteTo(json);
        json.Flush();

        var all = parts.WrittenMemory;
        var frames = new ReadOnlyMemory<byte>[6 + buffers.Length];
        frames[0] = JupyterMessage.Delimiter.ToArray();
        frames[1] = signer.Sign(all.Span);
        frames[2] = all[..header];
        frames[3] = all[header..parentEnd];
        frames[4] = all[parentEnd..metadataEnd];
        frames[5] = all[metadataEnd..];
        for (var i = 0; i < buffers.Length; i++) frames[6 + i] = buffers[i];
        return (id, frames);
    }

    void WriteHeader(Utf8JsonWriter json, string id, string type)
    {
        json.WriteStartObject();
        json.WriteString("msg_id", id);
        json.WriteString("session", session);
        json.WriteString("username", "kernel");
        json.WriteString("date", DateTime.UtcNow);
        json.WriteString("msg_type", type);
        json.WriteString("version", KernelInfo.ProtocolVersion);
        json.WriteEndObject();
    }
}
