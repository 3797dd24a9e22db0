using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningKit.Notebooks.Running;

/// <summary>The Python of one session: variables stay from cell to cell.</summary>
sealed class PythonProcess : IDisposable
{
    const char EndOfCell = '\u001e';
    static readonly TimeSpan untilKilled = TimeSpan.FromSeconds(2);
    static readonly TimeSpan untilQuiet = TimeSpan.FromMilliseconds(500);

    readonly ChildProcess process;
    readonly SemaphoreSlim cellEnds = new(0);
    volatile CellContext? current;

    /// <summary>Starts Python.</summary>
    /// <param name="python">The program.</param>
    /// <param name="folder">Its working directory.</param>
    public PythonProcess(string python, string folder)
    {
        process = ChildProcess.Start(python, ["-X", "utf8", "-c", ReadDriver()], folder);
        new Thread(RelayOtherPrograms) { IsBackground = true, Name = "python relay" }.Start();
    }

    /// <summary>False once the process has ended: a new one must be started then.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>Executes code and shows what it writes.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name of the cell in tracebacks.</param>
    /// <param name="cell">Where output goes.</param>
    /// <returns>The error, or null.</returns>
    /// <exception cref="IOException">The process died.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public ErrorOutput? Execute(string code, string name, CellContext cell)
    {
        current = cell;
        using var stop = cell.Cancellation.Register(() => new Thread(() => Stop(cell)) { IsBackground = true, Name = "python stop" }.Start());
        try
        {
            process.Input.Write(JsonSerializer.Serialize(new { name, code }) + "\n");
            process.Input.Flush();
            return ReadReplies(cell);
        }
        catch (IOException) when (cell.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cell.Cancellation);
        }
        finally
        {
            current = null;
        }
    }

    ErrorOutput? ReadReplies(CellContext cell)
    {
        ErrorOutput? error = null;
        while (true)
        {
            var line = process.Output.ReadLine() ?? throw new IOException("The Python process ended while it executed this cell.");
            var reply = JsonNode.Parse(line)!;
            switch ((string)reply["kind"]!)
            {
                case "done":
                    cellEnds.Wait(untilQuiet);
                    cell.Cancellation.ThrowIfCancellationRequested();
                    return error;
                case "value":
                    cell.Show(new ResultOutput(Value(reply), cell.Number));
                    break;
                case "error":
                    var lines = reply["traceback"]!.AsArray().Select(item => (string)item!);
                    error = new((string)reply["name"]!, (string)reply["message"]!, [.. lines]);
                    break;
                case var stream:
                    cell.Write(stream, (string)reply["text"]!);
                    break;
            }
        }
    }

    void Stop(CellContext cell)
    {
        if (process.Interrupt()) Thread.Sleep(untilKilled);
        if (current == cell) process.Kill();
    }

    // What Python's own streams do not catch: programs that a cell starts, and libraries in C.
    void RelayOtherPrograms()
    {
        var buffer = new char[4096];
        try
        {
            while (process.Error.Read(buffer, 0, buffer.Length) is var count and > 0)
            {
                var text = new string(buffer, 0, count);
                current?.Write(StreamOutput.Out, text.Replace($"{EndOfCell}", ""));
                for (var ends = text.Count(c => c == EndOfCell); ends > 0; ends--) cellEnds.Release();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException) { } // The process was killed.
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        process.Dispose();
        cellEnds.Dispose();
    }

    static MimeBundle Value(JsonNode reply)
    {
        var bundle = new MimeBundle();
        if (reply["html"] is JsonValue html) bundle[MimeBundle.Html] = (string)html!;
        bundle[MimeBundle.Plain] = (string)reply["text"]!;
        return bundle;
    }

    static string ReadDriver()
    {
        using var reader = new StreamReader(typeof(PythonProcess).Assembly.GetManifestResourceStream("python_driver.py")!);
        return reader.ReadToEnd();
    }
}
