using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LearningKit.Notebooks.Running;

namespace LearningKit.Notebooks;

/// <summary>The child's side of <see cref="NotebookProcess"/>.</summary>
public static class NotebookChild
{
    /// <summary>
    /// Reads a request from the standard input, executes the notebook, reports on the standard output, and ends the process
    /// when it is done, whatever threads the cells have left, or when the parent is gone.
    /// </summary>
    /// <returns>Never: the process ends here.</returns>
    public static async Task<int> RunAsync()
    {
        var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        RoslynWarmUp.Start();
        var line = input.ReadLine() ?? throw new InvalidOperationException("The notebook process was started without a request.");
        new Thread(() => EndWithParent(input)) { IsBackground = true, Name = "parent watch" }.Start();

        var request = JsonSerializer.Deserialize<NotebookRequest>(line, NotebookRequest.Json)!;
        await NotebookRunner.RunAsync(Notebook.Parse(request.Text, request.Path), request.Options, new Reporter(output)).ConfigureAwait(false);
        Environment.Exit(0);
        return 0;
    }

    static void EndWithParent(StreamReader input)
    {
        while (input.ReadLine() is not null) { }
        ChildProcess.KillAll();
        Process.GetCurrentProcess().Kill();
    }

    sealed class Reporter(StreamWriter output) : IProgress<CellProgress>
    {
        readonly Lock gate = new();

        public void Report(CellProgress value)
        {
            var json = JsonSerializer.Serialize(value, NotebookRequest.Json);
            lock (gate) output.Write($"{NotebookRequest.RecordSeparator}{json}\n");
        }
    }
}
