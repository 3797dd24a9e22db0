namespace LearningKit.Notebooks.Running;

/// <summary>Copies what a program writes to a stream of a cell, as it comes, on a thread of its own.</summary>
sealed class StreamRelay
{
    static readonly TimeSpan untilQuiet = TimeSpan.FromMilliseconds(300);

    readonly Thread thread;
    long copied;

    /// <summary>Starts copying.</summary>
    /// <param name="reader">What the program writes.</param>
    /// <param name="stream">The name of the stream.</param>
    /// <param name="cell">The cell.</param>
    public StreamRelay(StreamReader reader, string stream, CellContext cell)
    {
        thread = new(() =>
        {
            var buffer = new char[4096];
            try
            {
                while (reader.Read(buffer, 0, buffer.Length) is var count and > 0)
                {
                    cell.Write(stream, new string(buffer, 0, count).Replace("\r\n", "\n"));
                    Interlocked.Add(ref copied, count);
                }
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException) { } // The program was killed.
        })
        { IsBackground = true, Name = $"relay {stream}" };
        thread.Start();
    }

    /// <summary>
    /// Waits until the stream is closed. Something that the program left in the background may hold it open: then until
    /// nothing has come for a moment. What comes later is still copied.
    /// </summary>
    public void WaitForEnd()
    {
        long before;
        do before = Interlocked.Read(ref copied);
        while (!thread.Join(untilQuiet) && Interlocked.Read(ref copied) > before);
    }
}
