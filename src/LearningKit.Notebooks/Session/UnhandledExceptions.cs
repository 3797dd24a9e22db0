using System.Runtime.ExceptionServices;

namespace LearningKit.Notebooks;

/// <summary>
/// Keeps the process alive when a thread that a cell started throws, and shows the exception below that cell. An exception
/// on a thread that belongs to no cell ends the process, as everywhere.
/// </summary>
static class UnhandledExceptions
{
    static readonly Lock gate = new();
    static bool installed;

    /// <summary>Puts the handler in place, once a process.</summary>
    public static void Install()
    {
        lock (gate)
        {
            if (installed) return;
            installed = true;
            ExceptionHandling.SetUnhandledExceptionHandler(Handle);
        }
    }

    static bool Handle(Exception exception)
    {
        if (CellContext.Current is not { } cell) return false;
        if (cell.Cancellation.IsCancellationRequested && exception is OperationCanceledException or ThreadInterruptedException) return true;
        cell.Write(StreamOutput.Error, $"A background thread of {cell.Name} ended by an exception that nothing caught:\n"
            + $"{ExceptionText.Describe(exception, name => name == cell.Name ? cell.Source : null)}\n");
        return true;
    }
}
