using System.Diagnostics.CodeAnalysis;
using System.Runtime;

namespace LearningKit.Notebooks;

/// <summary>
/// The thread that executes one cell and can be stopped whatever the cell does: first it is asked, then a wait is interrupted,
/// then its loops and outputs end, then the code is aborted, and what still does not end is given up.
/// </summary>
/// <remarks>
/// The thread is not of the pool, and neither are the waits here: a cell may block every thread of the pool.
/// <see cref="Run"/> says which part of the work may be interrupted and aborted: the learner's code, never the session's.
/// </remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source of the abort has no timer and no wait handle: nothing to release.")]
sealed class CellThread
{
    static readonly TimeSpan untilInterrupt = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan untilEndedSoon = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan untilAbort = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan untilGivenUp = TimeSpan.FromMilliseconds(900);

    readonly Thread thread;
    readonly TaskCompletionSource ended = new();
    readonly CancellationTokenSource abort = new();
    readonly Lock gate = new();
    readonly CancellationToken cancel;
    readonly CellContext cell;
    readonly Action givenUp;
    CancellationTokenRegistration registration;
    bool interruptible;

    /// <summary>Prepares the thread of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="work">What the thread does; gets this object to mark learner's code by <see cref="Run"/>.</param>
    /// <param name="givenUp">Called on another thread if the work does not end after all means were used.</param>
    /// <param name="cancel">Stops the work.</param>
    public CellThread(CellContext cell, Action<CellThread> work, Action givenUp, CancellationToken cancel)
    {
        (this.cell, this.givenUp, this.cancel) = (cell, givenUp, cancel);
        thread = new(() =>
        {
            try
            {
                work(this);
            }
            finally
            {
                registration.Unregister();
                ended.TrySetResult();
            }
        })
        { IsBackground = true, Name = cell.Name };
    }

    /// <summary>The thread's name.</summary>
    public string Name => cell.Name;

    /// <summary>Completes when the work has ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Waits for the end of the work. False if it did not come in time.</summary>
    public bool Join(TimeSpan patience) => thread.Join(patience);

    /// <summary>Lets the work begin.</summary>
    public void Start()
    {
        registration = cancel.Register(() => Begin(Stop));
        thread.Start();
    }

    /// <summary>Runs learner's code on the calling thread, which must be this one.</summary>
    /// <exception cref="OperationCanceledException">The code was aborted.</exception>
    public void Run(Action code)
    {
        var signals = SignalMask.OfThisThread();
        lock (gate) interruptible = true;
        try
        {
#pragma warning disable SYSLIB0046 // Marked obsolete because an abort may break invariants of the code it hits. That is the learner's, and the session's state is outside.
            ControlledExecution.Run(code, abort.Token);
#pragma warning restore SYSLIB0046
        }
        finally
        {
            lock (gate) interruptible = false;
            signals.Restore();
            ForgetInterrupt();
        }
    }

    // An interrupt that came when the code no longer waited would hit the next wait on this thread.
    static void ForgetInterrupt()
    {
        try { Thread.Sleep(0); }
        catch (ThreadInterruptedException) { }
    }

    void Stop()
    {
        Begin(cell.Stop);
        if (thread.Join(untilInterrupt)) return;
        lock (gate) if (interruptible) thread.Interrupt();
        if (thread.Join(untilEndedSoon)) return;
        cell.EndSoon();
        if (thread.Join(untilAbort)) return;
        // On a thread of its own, because it waits for the code to reach a place where it can be aborted, and some never do.
        Begin(abort.Cancel);
        if (!thread.Join(untilGivenUp)) givenUp();
    }

    void Begin(Action means) => new Thread(() => means()) { IsBackground = true, Name = $"{thread.Name} stop" }.Start();
}
