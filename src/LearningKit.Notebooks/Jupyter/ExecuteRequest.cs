using System.Text.Json;
using LearningKit.Notebooks.Jupyter.Messages;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>What an <c>execute_request</c> says ("Execute").</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="IsSilent">True if nothing is to be shown.</param>
/// <param name="IsStored">True if the cell counts, and goes into the history.</param>
/// <param name="MayAsk">True if the person can be asked for input.</param>
/// <param name="StopsOthers">True if the cells that wait are given up when this one fails.</param>
/// <param name="Expressions">What to evaluate behind it, by a name of the front end's.</param>
sealed record ExecuteRequest(
    string Code, bool IsSilent, bool IsStored, bool MayAsk, bool StopsOthers, IReadOnlyDictionary<string, string> Expressions)
{
    /// <summary>Reads the content of a request; null if it has no code.</summary>
    public static ExecuteRequest? Read(JsonElement content)
    {
        if (content.Text("code") is not { } code) return null;
        var silent = content.Flag("silent") ?? false;
        return new(
            code,
            silent,
            !silent && (content.Flag("store_history") ?? true),
            content.Flag("allow_stdin") ?? false,
            content.Flag("stop_on_error") ?? true,
            ReadExpressions(content));
    }

    static Dictionary<string, string> ReadExpressions(JsonElement content)
    {
        var expressions = new Dictionary<string, string>();
        if (content.Field("user_expressions") is not { ValueKind: JsonValueKind.Object } fields) return expressions;
        foreach (var field in fields.EnumerateObject())
        {
            if (fields.Text(field.Name) is { } expression) expressions[field.Name] = expression;
        }
        return expressions;
    }
}
