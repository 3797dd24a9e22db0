using System.Text.Json;

namespace LearningKit.Notebooks.Running;

/// <summary>What a parent asks a notebook process to execute: one line of JSON.</summary>
/// <param name="Text">The notebook's text.</param>
/// <param name="Path">Where it was read from, for messages.</param>
/// <param name="Options">How it is executed.</param>
sealed record NotebookRequest(string Text, string? Path, RunnerOptions Options)
{
    /// <summary>Precedes each message of the child, as RFC 7464 frames JSON texts; what cells print past the session lacks it.</summary>
    public const char RecordSeparator = '\u001e';

    /// <summary>JSON that may hold strings with half a surrogate pair, and the deep nesting of figures.</summary>
    public static JsonSerializerOptions Json { get; } = new() { MaxDepth = 512 };
}
