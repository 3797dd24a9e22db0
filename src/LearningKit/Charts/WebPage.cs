namespace LearningKit.Charts;

/// <summary>Which libraries one page already carries, so that each is in it once. The outputs of one notebook session are one page.</summary>
/// <remarks>
/// Thread-safe. In a live notebook outputs go away again: a cell that is executed once more brings its library once more.
/// For cells that were edited, cleared or deleted, library.js fetches it.
/// </remarks>
public sealed class WebPage
{
    readonly Dictionary<WebLibrary, string> carriers = [];
    string cell = "";

    /// <summary>The page of the running notebook session.</summary>
    public static WebPage Session { get; private set; } = new();

    /// <summary>A new notebook session begins: its first figure brings the library again.</summary>
    public static void BeginSession() => Session = new();

    /// <summary>A cell begins: its outputs of an earlier execution, and the libraries in them, are gone.</summary>
    /// <param name="source">The text of the cell.</param>
    public void BeginCell(string source)
    {
        lock (carriers)
        {
            cell = source;
            foreach (var (library, carrier) in carriers)
                if (carrier == source) carriers.Remove(library);
        }
    }

    /// <summary>The script element of the library the first time, nothing after that.</summary>
    public string Tag(WebLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        lock (carriers) return carriers.TryAdd(library, cell) ? library.ScriptTag() : "";
    }
}
