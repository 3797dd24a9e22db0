using System.Diagnostics;
using System.Globalization;
using LearningKit.Workloads;

namespace LearningKit.Conformance;

/// <summary>
/// One item a part; the last one does something to its worker. Each execution of a part leaves a file behind, named for the part
/// and its process, so that a test sees what happens elsewhere.
/// </summary>
/// <param name="Items">How many parts there are.</param>
/// <param name="Folder">Where the files go.</param>
/// <param name="Deed">What the last part does.</param>
public record PartsWithADeed(int Items, string Folder, Deed Deed) : IWorkload<int, int, int[]>
{
    /// <inheritdoc/>
    public int[] Solve() => [.. Enumerable.Range(0, Items)];

    /// <inheritdoc/>
    public IReadOnlyList<int> Divide(int parts) => Solve();

    /// <inheritdoc/>
    public int Execute(int part)
    {
        var tries = Executions.Count(execution => execution.Part == part);
        File.Create(Path.Combine(Folder, $"{part}.{Environment.ProcessId}.{tries}")).Dispose();
        if (part < Items - 1) return part;
        if (Deed == Deed.DieAlways || (Deed == Deed.DieOnce && tries == 0)) Die();
        while (Deed == Deed.Spin) { }
        return part;
    }

    /// <inheritdoc/>
    public int[] Gather(IEnumerable<int> partials) => [.. partials];

    /// <summary>Which parts were begun so far, and in which process, in no order.</summary>
    public IReadOnlyList<(int Part, int ProcessId)> Executions =>
        [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file).Split('.')).Select(name => (Number(name[0]), Number(name[1])))];

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
