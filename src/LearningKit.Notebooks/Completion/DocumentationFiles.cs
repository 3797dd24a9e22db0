using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace LearningKit.Notebooks.Completion;

/// <summary>
/// Documentation from XML files: beside an assembly, or for the framework in the SDK's reference pack. Files are searched as
/// bytes, which takes milliseconds; nothing of them is kept but which file of the framework describes which type.
/// </summary>
static class DocumentationFiles
{
    static readonly Lazy<FrozenDictionary<string, string>> framework = new(ReadFramework);

    /// <summary>The entry of a symbol; null if nobody wrote one or its file is not on this machine.</summary>
    /// <param name="symbol">The symbol as it was declared.</param>
    /// <param name="compilation">Where it was found.</param>
    public static XElement? Find(ISymbol symbol, Compilation compilation)
    {
        if (symbol.GetDocumentationCommentId() is not { } id) return null;
        if (compilation.GetMetadataReference(symbol.ContainingAssembly) is not PortableExecutableReference { FilePath: { } path }) return null;
        var beside = Path.ChangeExtension(path, ".xml");
        if (File.Exists(beside)) return Read(beside, id);
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type?.OriginalDefinition.GetDocumentationCommentId() is { } typeId && framework.Value.TryGetValue(typeId, out var file) ? Read(file, id) : null;
    }

    static XElement? Read(string file, string id)
    {
        var bytes = File.ReadAllBytes(file);
        var begin = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\">"));
        if (begin < 0) return null;
        var end = bytes.AsSpan(begin).IndexOf("</member>"u8);
        return end < 0 ? null : Parse(Encoding.UTF8.GetString(bytes, begin, end) + "</member>");
    }

    /// <summary>Reads an entry; null if it is malformed.</summary>
    public static XElement? Parse(string entry)
    {
        try
        {
            return XElement.Parse(entry, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Types are implemented in other assemblies than those that are documented, so each file is asked for its types once.
    static FrozenDictionary<string, string> ReadFramework()
    {
        var files = new Dictionary<string, string>();
        if (Folder() is { } folder)
            foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
                foreach (var type in TypesIn(File.ReadAllBytes(file))) files.TryAdd(type, file);
        return files.ToFrozenDictionary();
    }

    static List<string> TypesIn(ReadOnlySpan<byte> text)
    {
        var types = new List<string>();
        var mark = "<member name=\"T:"u8;
        while (text.IndexOf(mark) is var begin and >= 0)
        {
            text = text[(begin + mark.Length)..];
            types.Add("T:" + Encoding.UTF8.GetString(text[..text.IndexOf((byte)'"')]));
        }
        return types;
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll runs; <root>/packs has the documentation.
    static string? Folder()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = new DirectoryInfo(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
        return !packs.Exists ? null : packs.EnumerateDirectories($"{Environment.Version.Major}.*")
            .OrderByDescending(version => Version.TryParse(version.Name, out var number) ? number : new())
            .Select(version => Path.Combine(version.FullName, "ref", $"net{Environment.Version.Major}.0"))
            .FirstOrDefault(Directory.Exists);
    }
}
