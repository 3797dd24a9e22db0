namespace LearningKit.Charts;

/// <summary>The kit's own files of Charts/Web, which travel inside the library.</summary>
static class WebResource
{
    /// <summary>Opens a file of Charts/Web.</summary>
    public static Stream Open(string file) =>
        typeof(WebResource).Assembly.GetManifestResourceStream($"web/{file}")
        ?? throw new FileNotFoundException($"The library was built without its resource Charts/Web/{file}.", file);

    /// <summary>Reads a text file of Charts/Web.</summary>
    public static string Read(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }

    /// <summary>Reads a script of Charts/Web that draws with a library, with the scripts and facts that it asks for.</summary>
    public static string ReadScript(string file, WebLibrary library) => Read(file)
        .Replace("/*theme.js*/", Read("theme.js"), StringComparison.Ordinal)
        .Replace("/*library.js*/", Read("library.js"), StringComparison.Ordinal)
        .Replace("/*library*/", library.ToJson(), StringComparison.Ordinal);
}
