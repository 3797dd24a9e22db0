namespace LearningKit.Notebooks.Jupyter;

/// <summary>Tells about strange peers on the error output, where Jupyter's own log stands: at most one line in a while.</summary>
/// <param name="output">Where the lines go.</param>
sealed class KernelLog(TextWriter output)
{
    static readonly TimeSpan quiet = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    long next = long.MinValue;
    int untold;

    /// <summary>Writes a sentence, or counts it if there was another one a moment ago.</summary>
    public void Write(string sentence)
    {
        lock (gate)
        {
            var now = Environment.TickCount64;
            if (now < next)
            {
                untold++;
                return;
            }
            next = now + (long)quiet.TotalMilliseconds;
            output.WriteLine(untold == 0 ? $"[C# kernel] {sentence}" : $"[C# kernel] {sentence} ({untold} lines like this were left out.)");
            untold = 0;
        }
    }
}
