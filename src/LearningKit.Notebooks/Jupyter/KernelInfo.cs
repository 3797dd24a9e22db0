using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Jupyter;

/// <summary>What the kernel says of itself ("Kernel info").</summary>
static class KernelInfo
{
    /// <summary>The version of Jupyter's messaging protocol that the kernel speaks.</summary>
    public const string ProtocolVersion = "5.4";

    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Content()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new()
        {
            ["status"] = "ok",
            ["protocol_version"] = ProtocolVersion,
            ["implementation"] = "learningkit",
            ["implementation_version"] = version,
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#",
                ["version"] = "14.0",
                ["mimetype"] = "text/x-csharp",
                ["file_extension"] = ".cs",
                ["pygments_lexer"] = "csharp",
                ["codemirror_mode"] = "text/x-csharp",
            },
            ["banner"] = $"LearningKit {version}: C# on {RuntimeInformation.FrameworkDescription}. #!lsmagic lists what more cells can do.",
            ["debugger"] = false,
            ["supported_features"] = new JsonArray(),
            ["help_links"] = new JsonArray(
                Link("C# language", "https://learn.microsoft.com/dotnet/csharp/"),
                Link(".NET API", "https://learn.microsoft.com/dotnet/api/"),
                Link("Parallel programming in .NET", "https://learn.microsoft.com/dotnet/standard/parallel-programming/")),
        };
    }

    static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
