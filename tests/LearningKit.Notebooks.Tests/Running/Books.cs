using System.Collections.Concurrent;

namespace LearningKit.Notebooks.Tests.Running;

/// <summary>Notebooks for tests, and the process that executes them.</summary>
static class Books
{
    public static readonly RunnerOptions Patient = new() { Timeout = TimeSpan.FromMinutes(2) };

    public static NotebookProcess Process { get; } = new("dotnet", "exec", typeof(Books).Assembly.Location);

    public static Notebook Of(params string[] cells)
    {
        var notebook = new Notebook();
        foreach (var cell in cells) notebook.Add(CellKind.Code, cell);
        return notebook;
    }

    public static string Text(this NotebookCell cell) => string.Concat(cell.Outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        ResultOutput result => result.Data.Text(MimeBundle.Plain),
        DisplayOutput display => display.Data.Text(MimeBundle.Plain),
        ErrorOutput error => error.ToString(),
        _ => "",
    }));

    public sealed class Heard : IProgress<CellProgress>
    {
        public ConcurrentQueue<CellProgress> All { get; } = [];

        public Action<CellProgress>? Then { get; init; }

        public void Report(CellProgress value)
        {
            All.Enqueue(value);
            Then?.Invoke(value);
        }
    }
}
