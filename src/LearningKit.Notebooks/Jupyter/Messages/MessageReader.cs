using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace LearningKit.Notebooks.Jupyter.Messages;

/// <summary>
/// Reads messages from frames: routing prefix, delimiter, signature, header, parent header, metadata, content, buffers ("The
/// wire protocol"). Nothing that a peer sends makes it throw.
/// </summary>
/// <param name="signer">Checks signatures.</param>
sealed class MessageReader(MessageSigner signer)
{
    /// <summary>Reads a message.</summary>
    /// <param name="frames">Its frames.</param>
    /// <param name="message">The message, or null.</param>
    /// <param name="fault">Why it cannot be used, to follow "A message was dropped:"; null if it can.</param>
    public bool TryRead(
        IReadOnlyList<byte[]> frames, [NotNullWhen(true)] out JupyterMessage? message, [NotNullWhen(false)] out string? fault)
    {
        message = null;
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(JupyterMessage.Delimiter)) delimiter++;
        var first = delimiter + 2;
        if (first + 4 > frames.Count)
        {
            fault = "it has too few parts";
            return false;
        }
        var (header, parent, metadata, content) = (frames[first], frames[first + 1], frames[first + 2], frames[first + 3]);
        if (!signer.Accepts(frames[delimiter + 1], header, parent, metadata, content))
        {
            fault = "its signature is wrong, or it was sent before";
            return false;
        }
        if (Json(header) is not { } headerJson || Json(parent) is not { } parentJson
            || Json(metadata) is null || Json(content) is not { } contentJson)
        {
            fault = "one of its parts is not a JSON object";
            return false;
        }
        if (headerJson.Text("msg_id") is not { } id || headerJson.Text("msg_type") is not { } type)
        {
            fault = "its header lacks msg_id or msg_type";
            return false;
        }
        message = new([.. frames.Take(delimiter)], header, id, type, parentJson.Text("msg_id"), contentJson, [.. frames.Skip(first + 4)]);
        fault = null;
        return true;
    }

    static JsonElement? Json(byte[] text)
    {
        if (!Utf8.IsValid(text)) return null;
        try
        {
            var reader = new Utf8JsonReader(text);
            var element = JsonElement.ParseValue(ref reader);
            return element.ValueKind == JsonValueKind.Object && !reader.Read() ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
