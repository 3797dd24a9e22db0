using System.Text.Json;

namespace LearningKit.Notebooks.Jupyter.Messages;

/// <summary>A message that came from a front end ("General Message Format" in Jupyter's messaging protocol).</summary>
/// <param name="Identities">The way back: the routing prefix, of which the first part names the connection.</param>
/// <param name="Header">The header as JSON text, to be the parent header of whatever this message causes.</param>
/// <param name="Id">The message's name.</param>
/// <param name="Type">What it asks for.</param>
/// <param name="ParentId">The name of the message that it answers; null if it answers none.</param>
/// <param name="Content">What it asks for in detail.</param>
/// <param name="Buffers">Raw bytes that travel with it.</param>
sealed record JupyterMessage(
    IReadOnlyList<byte[]> Identities,
    ReadOnlyMemory<byte> Header,
    string Id,
    string Type,
    string? ParentId,
    JsonElement Content,
    IReadOnlyList<byte[]> Buffers)
{
    /// <summary>What stands between the routing prefix and the signature.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;
}
