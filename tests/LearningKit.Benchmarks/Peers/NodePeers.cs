using System.Diagnostics;
using System.Text.Json;

namespace LearningKit.Benchmarks;

/// <summary>The peers from npm: one node process that answers a line with a line, see peers.mjs.</summary>
sealed class NodePeers : IDisposable
{
    readonly Process node;
    readonly int threads;

    /// <summary>Starts node.</summary>
    /// <param name="threads">How many threads a peer may use.</param>
    /// <exception cref="InvalidOperationException">The packages are not installed.</exception>
    public NodePeers(int threads)
    {
        this.threads = threads;
        var folder = Path.Combine(BenchmarkPaths.Project, "Peers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException($"The peers from npm are not installed. Run `npm install` in {folder}; its README says more.");
        var start = new ProcessStartInfo("node", ["peers.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["POLARS_MAX_THREADS"] = threads.ToString();
        node = Process.Start(start)!;
    }

    /// <summary>Asks a peer and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">The peer could not answer.</exception>
    public JsonElement Ask(string question, string path)
    {
        node.StandardInput.WriteLine(JsonSerializer.Serialize(new { ask = question, path, threads }));
        node.StandardInput.Flush();
        var line = node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"node ended while it was asked '{question}'.");
        var reply = JsonSerializer.Deserialize<JsonElement>(line);
        return reply.TryGetProperty("answer", out var answer)
            ? answer
            : throw new InvalidOperationException($"The peer asked '{question}' answered: {reply.GetProperty("error")}");
    }

    /// <summary>Ends node: its input ends, so it does.</summary>
    public void Dispose()
    {
        node.StandardInput.Close();
        if (!node.WaitForExit(TimeSpan.FromSeconds(10))) node.Kill(entireProcessTree: true);
        node.Dispose();
    }
}
