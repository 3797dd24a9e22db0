using System.ComponentModel;
using LearningKit.ChildProcesses;
using LearningKit.Processes.Wire;

namespace LearningKit.Processes;

/// <summary>One worker from its start to its end, seen from the process that started it.</summary>
/// <remarks>The README in this folder says what a worker is told, how it prints and how it ends.</remarks>
public sealed class WorkerProcess : IWorker
{
    static readonly TimeSpan untilGreeted = TimeSpan.FromMinutes(1);
    static readonly TimeSpan untilEnded = TimeSpan.FromSeconds(1);
    static readonly TimeSpan untilPrinted = TimeSpan.FromSeconds(2);

    readonly TaskCompletionSource<WorkerEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock gate = new();
    readonly IChildProgram process;
    readonly PrintedLines printed;
    volatile bool wasGreeted;
    volatile bool wasAsked;

    WorkerProcess(IChildProgram process, WorkerOptions options, byte[] key)
    {
        this.process = process;
        Name = options.Name;
        ProcessId = process.Id;
        printed = new(process.Error, Name, options.Printed ?? Relabel);
        Channel = new(process.Output, process.Input, new(process.Output), from => ReadGreeting(from, key));
        new Thread(WaitForEnd) { IsBackground = true, Name = $"end of {Name}" }.Start();
    }

    /// <summary>The name by which charts, messages and its own output call it.</summary>
    public string Name { get; }

    /// <summary>The number of the process.</summary>
    public int ProcessId { get; }

    /// <summary>The connection to it.</summary>
    public FrameChannel Channel { get; }

    /// <summary>Completes when the process is gone and all that it printed was handed on.</summary>
    public Task<WorkerEnd> Ended => ended.Task;

    /// <summary>Starts a worker and returns at once; it is connected when its first frame arrives.</summary>
    /// <exception cref="WorkerStartException">The program cannot be started; says why and what to do.</exception>
    public static WorkerProcess Start(WorkerOptions options) => Start(options, typeof(WorkerProgram).Assembly.Location);

    /// <summary>Starts a worker of another program, which must call <see cref="WorkerProgram.Run"/>.</summary>
    internal static WorkerProcess Start(WorkerOptions options, string program)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(program)) throw new WorkerStartException($"The program of workers, {program}, is not there. It belongs beside the program that uses the pool: build that again.");
        var key = Greeting.NewKey();
        var environment = WorkerEnvironment.Of(key, options.MemoryLimit ?? MemoryShare.Of(options.Siblings));
        IChildProgram process;
        try
        {
            process = OperatingSystem.IsLinux()
                ? SpawnedProgram.Start(DotnetHost.Path, ["exec", program], environment)
                : StartedProgram.Start(DotnetHost.Path, ["exec", program], environment);
        }
        catch (Win32Exception exception)
        {
            throw new WorkerStartException($"{options.Name} could not be started by {DotnetHost.Path}: {exception.Message}. If the machine has too many processes, end some or use fewer workers.", exception);
        }
        var worker = new WorkerProcess(process, options, key);
        try
        {
            process.Input.Write(Greeting.OfParent(key, options));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException) { } // It ended already: Ended will tell why.
        return worker;
    }

    /// <summary>Ends it and all that it started, now.</summary>
    public void Kill()
    {
        lock (gate)
        {
            if (ended.Task.IsCompleted) return;
            wasAsked = true;
            process.Kill();
        }
    }

    /// <summary>Lets it end: closes the connection, waits a moment, then kills it. Leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        wasAsked = true;
        Channel.Dispose();
        await Task.WhenAny(Ended, Task.Delay(untilEnded)).ConfigureAwait(false);
        Kill();
        await Ended.ConfigureAwait(false);
    }

    void ReadGreeting(ReadAhead from, byte[] key)
    {
        using var patience = new Timer(_ => Kill(), null, untilGreeted, Timeout.InfiniteTimeSpan);
        Greeting.CheckWorker(from, key);
        wasGreeted = true;
    }

    void WaitForEnd()
    {
        var exitCode = process.WaitForExit();
        Channel.Abandon();
        ProcessTree.KillGroup(ProcessId);
        DiagnosticPipes.Delete(ProcessId);
        var lastWords = printed.WaitForEnd(untilPrinted);
        lock (gate)
        {
            ended.TrySetResult(WorkerDeath.Describe(Name, exitCode, wasGreeted, wasAsked, lastWords));
            process.Dispose();
        }
    }

    /// <summary>Prints a line of a worker as one of this process.</summary>
    internal static void Relabel(WorkerOutput output) =>
        (output.IsError ? Console.Error : Console.Out).WriteLine($"[{output.Worker}] {output.Text}");
}
