using System.Diagnostics;

namespace LearningKit.Exercises;

/// <summary>
/// Shows whether two processes are inside a piece of work at once, by steps and not by luck: whoever enters is held at the door
/// until a second one has come, or until the patience has ended once. What <see cref="ConcurrencyGauge"/> is for threads.
/// </summary>
/// <remarks>
/// It travels by value: its state is a folder of small files, one for each visitor. Each creates its own file before it counts
/// the others', so of two that are inside together at least one sees both.
/// </remarks>
/// <param name="Folder">An empty folder of its own that exists.</param>
/// <param name="Patience">How long to hold the door.</param>
public sealed record ProcessGauge(string Folder, TimeSpan Patience)
{
    const string Visitors = "visitor-";

    string Met => Path.Combine(Folder, "met");

    string Opened => Path.Combine(Folder, "opened");

    /// <summary>True when two were inside together.</summary>
    public bool SawTwo => File.Exists(Met);

    /// <summary>Enters the work, waiting at the door while it is closed. Dispose what is returned to leave.</summary>
    public IDisposable Enter()
    {
        var visit = new Visit(Path.Combine(Folder, Visitors + Guid.NewGuid().ToString("N")));
        if (Directory.GetFiles(Folder, Visitors + "*").Length >= 2) Touch(Met);
        var waited = Stopwatch.StartNew();
        while (!File.Exists(Opened) && !SawTwo)
        {
            if (waited.Elapsed >= Patience) Touch(Opened);
            else Thread.Sleep(1);
        }
        return visit;
    }

    static void Touch(string path)
    {
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite)) { }
    }

    sealed class Visit : IDisposable
    {
        readonly string path;

        public Visit(string path)
        {
            this.path = path;
            Touch(path);
        }

        public void Dispose() => File.Delete(path);
    }
}
