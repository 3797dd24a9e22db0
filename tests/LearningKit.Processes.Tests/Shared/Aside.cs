using System.Runtime.ExceptionServices;

namespace LearningKit.Processes.Tests.Shared;

/// <summary>Does something on a thread of its own. (A task that is waited for may run on the thread that waits.)</summary>
static class Aside
{
    /// <summary>Starts it.</summary>
    public static Task<T> Start<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try { result.SetResult(work()); }
            catch (Exception exception) { result.SetException(exception); }
        })
        { IsBackground = true }.Start();
        return result.Task;
    }

    /// <inheritdoc cref="Start{T}"/>
    public static Task Start(Action work) => Start(() =>
    {
        work();
        return true;
    });

    /// <summary>Starts it and waits for it, whatever this thread holds.</summary>
    public static T Do<T>(Func<T> work)
    {
        var (result, error) = (default(T)!, default(Exception));
        var thread = new Thread(() =>
        {
            try { result = work(); }
            catch (Exception exception) { error = exception; }
        });
        thread.Start();
        thread.Join();
        if (error is not null) ExceptionDispatchInfo.Throw(error);
        return result;
    }
}
