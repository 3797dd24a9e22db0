using System.IO.Pipes;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningKit.ChildProcesses;

namespace LearningKit.Notebooks.Python;

/// <summary>The Python of one session: variables stay from cell to cell, and cross to C# and back.</summary>
/// <remarks>
/// Arrays go to Python behind their request on its input, and come back on a pipe of their own, which the process inherits:
/// no file is made, so none is left. Not thread-safe: one cell at a time.
/// </remarks>
sealed class PythonProcess : IDisposable
{
    const char EndOfCell = '\u001e';
    static readonly string[] driver = ["values.py", "display.py", "driver.py"];
    static readonly TimeSpan untilKilled = TimeSpan.FromSeconds(2);
    static readonly TimeSpan untilQuiet = TimeSpan.FromMilliseconds(500);

    static readonly JsonSerializerOptions deep = new() { MaxDepth = 512 };

    readonly ChildProcess process;
    readonly AnonymousPipeServerStream results = new(PipeDirection.In, HandleInheritability.Inheritable);
    readonly SemaphoreSlim cellEnds = new(0);
    volatile CellContext? current;

    /// <summary>Starts Python.</summary>
    /// <param name="python">The program.</param>
    /// <param name="folder">Its working directory.</param>
    public PythonProcess(string python, string folder)
    {
        process = ChildProcess.Start(python, ["-X", "utf8", "-c", ReadDriver(), results.GetClientHandleAsString()], folder);
        results.DisposeLocalCopyOfClientHandle();
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
    public ErrorOutput? Execute(string code, string name, CellContext cell) =>
        Converse(new() { ["kind"] = "execute", ["name"] = name, ["code"] = code }, [], cell);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">Its name in Python.</param>
    /// <param name="value">Its value.</param>
    /// <param name="origin">What messages call the value: the name of the variable that it comes from.</param>
    /// <param name="cell">The running cell.</param>
    /// <exception cref="CannotCrossException">Python has no counterpart for the value.</exception>
    /// <inheritdoc cref="Execute" path="/exception"/>
    public void SetVariable(string name, object? value, string origin, CellContext cell)
    {
        var (tree, buffers) = ValueWriter.Write(value, origin);
        var request = new JsonObject
        {
            ["kind"] = "set",
            ["name"] = name,
            ["value"] = tree,
            ["buffers"] = new JsonArray([.. buffers.Select(Announce)]),
        };
        Demand(Converse(request, buffers, cell));
    }

    /// <summary>Reads a variable.</summary>
    /// <returns>The value, and the type of a C# variable for it.</returns>
    /// <exception cref="CannotCrossException">There is no such variable, or C# has no counterpart for its value.</exception>
    /// <inheritdoc cref="Execute" path="/exception"/>
    public (object? Value, Type Type) GetVariable(string name, CellContext cell)
    {
        JsonElement tree = default;
        IReadOnlyList<Array> buffers = [];
        Demand(Converse(new() { ["kind"] = "get", ["name"] = name }, [], cell, reply =>
        {
            buffers = [.. reply.GetProperty("buffers").EnumerateArray().Select(ReadBuffer)];
            tree = reply.GetProperty("value");
        }));
        return ValueReader.Read(tree, buffers);
    }

    /// <summary>The variables with the names of their types and the beginning of their texts.</summary>
    /// <inheritdoc cref="Execute" path="/exception"/>
    public IReadOnlyList<(string Name, string Type, string Text)> ListVariables(CellContext cell)
    {
        IReadOnlyList<(string, string, string)> variables = [];
        Demand(Converse(new() { ["kind"] = "list" }, [], cell, reply => variables =
            [.. reply.GetProperty("variables").EnumerateArray().Select(item => (item[0].GetString()!, item[1].GetString()!, item[2].GetString()!))]));
        return variables;
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        process.Dispose();
        results.Dispose();
        cellEnds.Dispose();
    }

    ErrorOutput? Converse(JsonObject request, IReadOnlyList<NumberBuffer> buffers, CellContext cell, Action<JsonElement>? answer = null)
    {
        current = cell;
        using var stop = cell.Cancellation.Register(() => new Thread(() => Stop(cell)) { IsBackground = true, Name = "python stop" }.Start());
        try
        {
            Send(request);
            foreach (var buffer in buffers) buffer.CopyTo(process.Input.BaseStream);
            return ReadReplies(cell, answer);
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

    void Send(JsonObject request)
    {
        process.Input.Write(request.ToJsonString() + "\n");
        process.Input.Flush();
    }

    ErrorOutput? ReadReplies(CellContext cell, Action<JsonElement>? answer)
    {
        ErrorOutput? error = null;
        while (true)
        {
            var line = process.Output.ReadLine() ?? throw new IOException("It ended while it executed this cell.");
            var reply = JsonSerializer.Deserialize<JsonElement>(line, deep);
            switch (reply.GetProperty("kind").GetString()!)
            {
                case "done":
                    cellEnds.Wait(untilQuiet);
                    cell.Cancellation.ThrowIfCancellationRequested();
                    return error;
                case "result":
                    cell.Show(new ResultOutput(Bundle(reply), cell.Number));
                    break;
                case "display":
                    cell.Show(new DisplayOutput(Bundle(reply)));
                    break;
                case "variable" or "variables":
                    answer!(reply);
                    break;
                case "input":
                    Answer(reply, cell);
                    break;
                case "error":
                    var lines = reply.GetProperty("traceback").EnumerateArray().Select(item => item.GetString()!);
                    error = new(reply.GetProperty("name").GetString()!, reply.GetProperty("message").GetString()!, [.. lines]);
                    break;
                case var stream:
                    cell.Write(stream, reply.GetProperty("text").GetString());
                    break;
            }
        }
    }

    void Answer(JsonElement question, CellContext cell)
    {
        string? line = null;
        try
        {
            if (cell.ReadInput is not null)
                line = cell.Ask(new(question.GetProperty("prompt").GetString()!, question.GetProperty("password").GetBoolean()));
        }
        catch (OperationCanceledException)
        {
            return; // Python is being interrupted too, and ends its waiting.
        }
        Send(new() { ["kind"] = "line", ["text"] = line, ["refusal"] = CellContext.NoKeyboard });
    }

    static JsonArray Announce(NumberBuffer buffer) => new(buffer.Kind, new JsonArray([.. buffer.Shape.Select(length => JsonValue.Create(length))]));

    Array ReadBuffer(JsonElement announced)
    {
        var buffer = NumberBuffer.Create(announced[0].GetString()!, [.. announced[1].EnumerateArray().Select(length => length.GetInt32())]);
        buffer.ReadFrom(results);
        return buffer.Array;
    }

    // What Python refuses is a sentence; what else goes wrong there has Python's traceback.
    static void Demand(ErrorOutput? error)
    {
        if (error is null) return;
        throw error.Name == "CannotCross" ? new CannotCrossException(error.Message) : new CellException(error);
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

    static MimeBundle Bundle(JsonElement reply)
    {
        var bundle = new MimeBundle();
        foreach (var form in reply.GetProperty("data").EnumerateObject())
            if (JsonSerializer.SerializeToNode(form.Value) is { } data) bundle[form.Name] = data;
        return bundle;
    }

    static string ReadDriver() => string.Join('\n', driver.Select(file =>
    {
        using var reader = new StreamReader(typeof(PythonProcess).Assembly.GetManifestResourceStream($"python/{file}")!);
        return reader.ReadToEnd();
    }));
}
