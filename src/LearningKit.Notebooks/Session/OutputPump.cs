using System.Collections.Concurrent;

namespace LearningKit.Notebooks;

/// <summary>
/// Hands on written text a little later than it was written, so that a hundred thousand lines become a few outputs and a
/// single line is still seen while the cell goes on. It has a thread of its own: cells may block every thread of the pool.
/// </summary>
static class OutputPump
{
    static readonly TimeSpan delay = TimeSpan.FromMilliseconds(40);
    static readonly BlockingCollection<OutputBuffer> waiting = [];

    static OutputPump() => new Thread(Run) { IsBackground = true, Name = "cell output" }.Start();

    /// <summary>Promises to flush a buffer soon.</summary>
    public static void Enqueue(OutputBuffer buffer) => waiting.Add(buffer);

    static void Run()
    {
        foreach (var buffer in waiting.GetConsumingEnumerable())
        {
            Thread.Sleep(delay);
            buffer.Flush();
        }
    }
}
