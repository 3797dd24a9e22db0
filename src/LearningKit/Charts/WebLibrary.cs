using System.Text.Json.Nodes;
using LearningKit.Data;

namespace LearningKit.Charts;

/// <summary>
/// A script by others that pages need: plotly.js or Mermaid. It comes from its npm package, installed by
/// <see cref="WebAssets.InstallAsync"/>; where that was not done, pages load it from its public address, with a hash
/// that the browser checks.
/// </summary>
/// <param name="Name">The name for people.</param>
/// <param name="Package">The npm package; its version is pinned in Charts/Web/package-lock.json.</param>
/// <param name="Version">The version of the package.</param>
/// <param name="File">The script inside the package.</param>
/// <param name="Global">The global variable by which scripts of the page find it.</param>
/// <param name="Address">Where the same file is served to the public.</param>
/// <param name="Integrity">The SHA-384 of the file as browsers write it (W3C Subresource Integrity).</param>
public sealed record WebLibrary(string Name, string Package, string Version, string File, string Global, Uri Address, string Integrity)
{
    /// <summary>Draws charts: the bundle of plotly.js with the cartesian traces (MIT licence).</summary>
    public static WebLibrary Plotly { get; } = new(
        "plotly.js", "plotly.js-cartesian-dist-min", "4.1.1", "plotly-cartesian.min.js", "Plotly",
        new("https://cdn.plot.ly/plotly-cartesian-4.1.1.min.js"),
        "sha384-zc4SwKObGL/W0M3RUI09UPWjlgIZHfbwMgcZO6713mRh78tfUmIQKhzCyE2LIiUg");

    /// <summary>
    /// Draws diagrams from text (MIT licence): the build without mind maps, architecture diagrams and formulas, for it is one
    /// file of 3 MB where the full package brings 117 packages and 200 MB.
    /// </summary>
    public static WebLibrary Mermaid { get; } = new(
        "Mermaid", "@mermaid-js/tiny", "12.0.0", "dist/mermaid.tiny.js", "mermaid",
        new("https://cdn.jsdelivr.net/npm/@mermaid-js/tiny@12.0.0/dist/mermaid.tiny.js"),
        "sha384-AwQWVGERfQ69eSzd2SHPnllER+XGzgfU+fU3LViCpFDVamb31k+RgqEa1JtoIgaw");

    /// <summary>Both libraries.</summary>
    public static IReadOnlyList<WebLibrary> All { get; } = [Plotly, Mermaid];

    /// <summary>Where the script lies on this machine once it is installed.</summary>
    public string Path => System.IO.Path.Combine([KitPaths.Web, "node_modules", .. Package.Split('/'), .. File.Split('/')]);

    /// <summary>True when the script is on this machine.</summary>
    public bool IsInstalled => System.IO.File.Exists(Path);

    /// <summary>
    /// The script element that brings the library: with the whole script inside when it is installed, so that the page
    /// works offline; else with its public address and hash.
    /// </summary>
    public string ScriptTag() => IsInstalled
        ? $"<script>{Html.InlineScript(System.IO.File.ReadAllText(Path))}</script>"
        : $"<script src=\"{Address}\" integrity=\"{Integrity}\" crossorigin=\"anonymous\"></script>";

    /// <summary>The name of the script where it lies beside other files.</summary>
    public string FileName => System.IO.Path.GetFileName(File);

    /// <summary>What library.js needs to know to fetch it.</summary>
    internal string ToJson() => new JsonObject
    {
        ["global"] = Global,
        ["file"] = FileName,
        ["address"] = new JsonObject { ["src"] = Address.ToString(), ["integrity"] = Integrity, ["crossOrigin"] = "anonymous" },
    }.ToJsonString();

    /// <summary>A script element that loads a copy of the script which lies beside the page: for a site of many pages.</summary>
    /// <param name="relativeAddress">Where the copy lies, seen from the page.</param>
    public static string ScriptTag(string relativeAddress) => $"<script src=\"{Html.Escape(relativeAddress)}\"></script>";
}
