using System.Runtime.InteropServices;

namespace LearningKit.Cli.Terminals;

/// <summary>
/// Turns Ctrl-C and a request to end into a cancellation, so that commands stop their children and leave nothing half
/// written. A second Ctrl-C ends the program at once.
/// </summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly List<PosixSignalRegistration> registrations = [];

    /// <summary>Starts to listen.</summary>
    public Interruption()
    {
        Listen(PosixSignal.SIGINT, Terminals.ExitCode.Interrupted);
        Listen(PosixSignal.SIGTERM, Terminals.ExitCode.Terminated);
        Listen(PosixSignal.SIGHUP, Terminals.ExitCode.Terminated);
    }

    /// <summary>Cancelled when the user or the system wants the program to end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>The exit code that tells why.</summary>
    public int ExitCode { get; private set; } = Terminals.ExitCode.Interrupted;

    /// <summary>Stops as if Ctrl-C had been pressed.</summary>
    public void Interrupt() => source.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        source.Dispose();
    }

    void Listen(PosixSignal signal, int exitCode) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        if (source.IsCancellationRequested) return;
        context.Cancel = true;
        ExitCode = exitCode;
        source.Cancel();
    }));
}
