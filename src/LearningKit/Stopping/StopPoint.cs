using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace LearningKit.Stopping;

/// <summary>
/// What loops of notebook cells pass in each turn, so that a cell can be stopped there. The session writes it into them; no other
/// code needs it. Where nothing asks to stop, and that is everywhere outside of notebooks, passing costs one read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoint
{
    static Action? stop;

    /// <summary>True while a cell is to stop: code then calls <see cref="Pass"/>.</summary>
    [SuppressMessage("Usage", "CA2211:Non-constant fields should not be visible",
        Justification = "Read in each turn of loops that are timed: a property costs a call where code is not optimised yet.")]
    public static bool IsWanted;

    /// <summary>Ends the calling code if it belongs to the cell that is to stop.</summary>
    /// <exception cref="OperationCanceledException">It does.</exception>
    public static void Pass() => Volatile.Read(ref stop)?.Invoke();

    /// <summary>Asks for a stop.</summary>
    /// <param name="stopping">Called by code that passes, on its thread: throws if that code is meant.</param>
    public static void Want(Action stopping)
    {
        Volatile.Write(ref stop, stopping);
        Volatile.Write(ref IsWanted, true);
    }

    /// <summary>Asks for no stop any more.</summary>
    public static void Clear() => Volatile.Write(ref IsWanted, false);
}
