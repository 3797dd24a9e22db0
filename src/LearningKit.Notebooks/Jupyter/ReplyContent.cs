using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>What replies of several kinds have in common ("Request-Reply").</summary>
static class ReplyContent
{
    /// <summary>A reply that the request was carried out.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>A reply that it could not be carried out.</summary>
    public static JsonObject Error(ErrorOutput error)
    {
        var (_, content) = OutputMessage.Write(error);
        content["status"] = "error";
        return content;
    }

    /// <summary>A reply that it was not carried out because of an error before.</summary>
    public static JsonObject Aborted() => new() { ["status"] = "aborted" };

    /// <summary>A reply that the kernel does not do such things.</summary>
    public static JsonObject Unknown(string type) =>
        Error(new("NotSupported", $"This kernel does not answer messages of the type {type}."));

    /// <summary>A reply to a request that lacks something.</summary>
    public static JsonObject Malformed(string missing) => Error(new("BadRequest", $"The request lacks {missing}."));
}
