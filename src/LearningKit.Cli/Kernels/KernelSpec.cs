using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.Charts;
using LearningKit.Cli.Lessons;
using LearningKit.Data;

namespace LearningKit.Cli.Kernels;

/// <summary>
/// What tells Jupyter and VS Code how a kernel is started: a folder with <c>kernel.json</c> and logos. Its name is the
/// kernel's name, by which notebooks choose it.
/// </summary>
/// <remarks>
/// <see href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel specs</see>. VS Code takes
/// the language of cells from <c>language</c>. The object <c>learningkit</c> in the metadata marks the entries of kits.
/// </remarks>
/// <param name="folder">The folder of the entry.</param>
sealed class KernelSpec(string folder)
{
    /// <summary>The name that the lessons ask for.</summary>
    public const string UsualName = "learningkit-csharp";

    const string Mark = "learningkit", ConnectionFile = "{connection_file}";

    static readonly string[] logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];
    static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder of the entry.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The kernel's name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>Whether there is an entry of this name, whoever made it.</summary>
    public bool Exists => File.Exists(Json);

    /// <summary>Whether a kit made it, this or another one.</summary>
    public bool IsOfAKit => Metadata is not null;

    /// <summary>Whether it starts this kit, just as this kit would write it now.</summary>
    public bool IsCurrent => Exists && File.ReadAllText(Json) == Text();

    string Json => Path.Combine(Folder, "kernel.json");

    JsonObject? Content
    {
        get
        {
            try
            {
                return Exists ? JsonNode.Parse(File.ReadAllText(Json)) as JsonObject : null;
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    JsonObject? Metadata => Content?["metadata"] is JsonObject metadata ? metadata[Mark] as JsonObject : null;

    /// <summary>Writes the entry; nothing else in the folder is touched. <c>kernel.json</c> comes last and at once: nobody sees half an entry.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public void Install()
    {
        foreach (var logo in logos)
        {
            using var picture = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            using var file = new AtomicFile(Path.Combine(Folder, logo));
            picture.CopyTo(file.Stream);
            file.Commit();
        }
        // Pages of a Jupyter server find them here when the output that brought them is gone.
        foreach (var library in WebLibrary.All.Where(library => library.IsInstalled))
            AtomicFile.Write(Path.Combine(Folder, library.FileName), File.ReadAllText(library.Path));
        AtomicFile.Write(Json, Text());
    }

    /// <summary>Takes the entry away. The folder goes with it, unless it holds something else.</summary>
    public void Uninstall()
    {
        foreach (var name in (string[])["kernel.json", .. logos, .. WebLibrary.All.Select(library => library.FileName)]) File.Delete(Path.Combine(Folder, name));
        if (!Directory.EnumerateFileSystemEntries(Folder).Any()) Directory.Delete(Folder);
    }

    /// <summary>What keeps it from starting this kit, as the end of a sentence; null if nothing does.</summary>
    public string? Trouble()
    {
        if (Content is not { } content || Metadata is not { } metadata) return "is not of LearningKit";
        var gone = ProgramsOf(content).FirstOrDefault(program => !File.Exists(program));
        if (gone is not null) return $"starts {gone}, which is gone";
        if (Version.TryParse(Word(metadata["version"]), out var version) && version < Version.Parse(KitApplication.Version))
            return $"is of LearningKit {version}, and this is {KitApplication.Version}";
        var home = content["env"] is JsonObject environment ? Word(environment[KitPaths.HomeVariable]) : null;
        if (home != KitPaths.Root) return $"starts another kit, that in {home ?? "an unknown folder"}";
        return IsCurrent ? null : "was written by another build of this kit";
    }

    /// <summary>The files that must be there: all words of the command before the first that is no path.</summary>
    static IEnumerable<string> ProgramsOf(JsonObject content) =>
        (content["argv"] as JsonArray ?? []).Select(Word).OfType<string>().TakeWhile(Path.IsPathFullyQualified);

    static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    static string Text()
    {
        var (program, arguments) = ChildKit.Command("kernel", "run", ConnectionFile);
        var environment = new JsonObject { [KitPaths.HomeVariable] = KitPaths.Root };
        // Packages are restored by the dotnet that runs the kernel: there may be none on the PATH of whoever starts it.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") environment["DOTNET_HOST_PATH"] = program;
        return new JsonObject
        {
            ["argv"] = new JsonArray([program, .. arguments]),
            ["display_name"] = "C# (LearningKit)",
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = environment,
            ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = new JsonObject { ["version"] = KitApplication.Version } },
        }.ToJsonString(readable) + "\n";
    }
}
