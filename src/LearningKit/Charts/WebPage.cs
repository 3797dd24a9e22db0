namespace LearningKit.Charts;

/// <summary>Which libraries one page already carries, so that each is in it once. The outputs of one notebook session are one page.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class WebPage
{
    readonly HashSet<WebLibrary> carried = [];

    /// <summary>The page of the running notebook session.</summary>
    public static WebPage Session { get; private set; } = new();

    /// <summary>A new notebook session begins: its first figure brings the library again.</summary>
    public static void BeginSession() => Session = new();

    /// <summary>The script element of the library the first time, nothing after that.</summary>
    public string Tag(WebLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        lock (carried) return carried.Add(library) ? library.ScriptTag() : "";
    }
}
