using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using LearningKit.Notebooks.Jupyter;
using LearningKit.Notebooks.Jupyter.Messages;
using LearningKit.Notebooks.Jupyter.Zmtp;

namespace LearningKit.Notebooks;

/// <summary>
/// A Jupyter kernel: answers front ends (JupyterLab, classic Notebook, VS Code, nbclient) over Jupyter's messaging protocol 5.4
/// and lets a session execute what they send.
/// </summary>
/// <example>
/// What the <c>argv</c> of a kernelspec starts with <c>{connection_file}</c>:
/// <code>return await JupyterKernel.RunAsync(connectionFile, session);</code>
/// </example>
/// <remarks>The README in Jupyter/ tells what is answered when, and what a front end that misbehaves can do.</remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly INotebookSession session;
    readonly KernelLog log;
    readonly Channels channels;
    readonly KernelStatus status;
    readonly InputChannel input;
    readonly InputHistory history = new();
    readonly ExecutionLane executions;
    readonly QuestionLane questions;
    readonly CancellationTokenSource stopping = new();
    Task lanes = Task.CompletedTask;
    bool disposed;

    /// <summary>Takes the ports of a connection. Front ends are answered while <see cref="RunAsync(CancellationToken)"/> runs.</summary>
    /// <param name="connection">Where front ends expect the kernel. A port 0 is replaced by a free one.</param>
    /// <param name="session">What executes cells; disposed with the kernel.</param>
    /// <exception cref="SocketException">A port is taken, or the address is not one of this machine.</exception>
    /// <exception cref="NotSupportedException">The transport is neither tcp nor ipc.</exception>
    public JupyterKernel(JupyterConnection connection, INotebookSession session) : this(connection, session, new(), Console.Error) { }

    /// <summary>Takes the ports of a connection.</summary>
    /// <param name="connection">Where front ends expect the kernel.</param>
    /// <param name="session">What executes cells.</param>
    /// <param name="limits">What front ends may use up.</param>
    /// <param name="log">Where sentences about strange peers go.</param>
    internal JupyterKernel(JupyterConnection connection, INotebookSession session, ZmtpLimits limits, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(session);
        this.session = session;
        this.log = new(log);
        channels = new(connection, limits, this.log, DispatchAsync, message => input!.Receive(message));
        status = new(channels);
        input = new(channels);
        executions = new(channels, status, new(channels, input, history, session));
        questions = new(channels, status, session);
    }

    /// <summary>The connection with the ports that were really taken.</summary>
    public JupyterConnection Connection => channels.Connection;

    /// <summary>The sockets.</summary>
    internal Channels Channels => channels;

    /// <summary>
    /// Runs a kernel in this process until a front end shuts it down, the process that Jupyter names in <c>JPY_PARENT_PID</c>
    /// has ended, or SIGTERM comes. SIGINT stops the running cell. The session is disposed in every case.
    /// </summary>
    /// <param name="connectionFile">The connection file that the front end wrote.</param>
    /// <param name="session">What executes cells.</param>
    /// <param name="cancel">Ends the kernel.</param>
    /// <returns>The exit code for the process: 0, or 1 if the kernel could not begin.</returns>
    public static async Task<int> RunAsync(string connectionFile, INotebookSession session, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        JupyterKernel kernel;
        try
        {
            kernel = new(JupyterConnection.Load(connectionFile), session);
        }
        catch (Exception exception)
            when (exception is FormatException or IOException or UnauthorizedAccessException or SocketException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync($"The C# kernel could not begin: {exception.Message}").ConfigureAwait(false);
            await session.DisposeAsync().ConfigureAwait(false);
            return 1;
        }

        await using (kernel.ConfigureAwait(false))
        {
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, kernel.Interrupt));
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, kernel.Stop));
            using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Handle(signal, kernel.Stop));
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var orphaned = FrontEndWatch.WaitForEndAsync(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), watching.Token);
            var running = kernel.RunAsync(cancel);
            if (await Task.WhenAny(running, orphaned).ConfigureAwait(false) == running) await running.ConfigureAwait(false);
            else kernel.log.Write("The front end has ended, and so does this kernel.");
            await watching.CancelAsync().ConfigureAwait(false);
        }
        return 0;

        static void Handle(PosixSignalContext signal, Action action)
        {
            signal.Cancel = true;
            action();
        }
    }

    /// <summary>Answers front ends until one of them, <see cref="Stop"/> or the token ends the kernel.</summary>
    /// <param name="cancel">Ends the kernel.</param>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        using var stop = cancel.Register(Stop);
        channels.Start();
        status.Starting();
        lanes = Task.WhenAll(executions.RunAsync(stopping.Token), questions.RunAsync(stopping.Token));
        // A cell that does not stop is no reason to stay: it ends with its session.
        await lanes.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (lanes.IsFaulted) await lanes.ConfigureAwait(false);
    }

    /// <summary>Stops the cell that runs, if one does. Safe on any thread.</summary>
    public void Interrupt() => executions.Interrupt();

    /// <summary>Ends the kernel. Safe on any thread.</summary>
    public void Stop() => stopping.CancelAsync();

    /// <summary>Ends the kernel, the session and its connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true)) return;
        await stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            await session.DisposeAsync().AsTask().WaitAsync(patience).ConfigureAwait(false);
            await lanes.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (TimeoutException)
        {
            log.Write("The session did not end in time.");
        }
        await channels.DisposeAsync().ConfigureAwait(false);
    }

    ValueTask DispatchAsync(Request request)
    {
        switch (request.Message.Type)
        {
            case "execute_request":
                return executions.AddAsync(request, stopping.Token);
            case "complete_request" or "inspect_request" or "is_complete_request":
                return questions.AddAsync(request, stopping.Token);
            default:
                Answer(request);
                return ValueTask.CompletedTask;
        }
    }

    /// <summary>Does at once what takes no time, whatever the cells are doing.</summary>
    void Answer(Request request)
    {
        status.BeginAnswer(request);
        var type = request.Message.Type;
        if (type == "comm_open") CloseComm(request);
        else if (type == "interrupt_request") Interrupt();
        if (type.EndsWith("_request", StringComparison.Ordinal)) channels.Reply(request, Content(request.Message));
        // Other front ends learn of the end as well.
        if (type == "shutdown_request") channels.Publish(request.ReplyType, Content(request.Message), request);
        status.EndAnswer(request);
        if (type == "shutdown_request") Stop();
    }

    JsonObject Content(JupyterMessage request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return KernelInfo.Content();
            case "history_request":
                return history.Answer(request.Content);
            case "interrupt_request":
                return ReplyContent.Ok();
            case "shutdown_request":
                return new() { ["status"] = "ok", ["restart"] = request.Content.Flag("restart") ?? false };
            case "comm_info_request":
                return new() { ["status"] = "ok", ["comms"] = new JsonObject() };
            case "connect_request":
                return Ports();
            default:
                return ReplyContent.Unknown(request.Type);
        }
    }

    JsonObject Ports() => new()
    {
        ["status"] = "ok",
        ["shell_port"] = Connection.ShellPort,
        ["iopub_port"] = Connection.PublishPort,
        ["stdin_port"] = Connection.InputPort,
        ["control_port"] = Connection.ControlPort,
        ["hb_port"] = Connection.HeartbeatPort,
    };

    /// <summary>Tells a widget at once that nobody here talks to widgets, so that it does not wait ("Custom Messages").</summary>
    void CloseComm(Request request)
    {
        if (request.Message.Content.Text("comm_id") is not { } comm) return;
        channels.Publish("comm_close", new() { ["comm_id"] = comm, ["data"] = new JsonObject() }, request);
    }
}
