using System.Runtime;

namespace LearningKit.Measuring;

/// <summary>
/// The runtime's compiler, which makes hot code faster on a thread of its own. After a cell of a notebook it is busy for seconds
/// with the C# compiler's code: meanwhile it takes a processor, and what is measured waits behind for its own optimisation.
/// </summary>
static class BackgroundCompiler
{
    /// <summary>It begins when nothing new was called for 100 ms [9].</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(120);

    /// <summary>So many looks at most: a program that never stops calling new code is measured beside its compiler.</summary>
    const int MostLooks = 50;

    /// <summary>Waits until it has nothing to do.</summary>
    public static void WaitUntilIdle(CancellationToken cancel) =>
        WaitUntilIdle(() => JitInfo.GetCompiledMethodCount(), () => cancel.WaitHandle.WaitOne(look), cancel);

    /// <inheritdoc cref="WaitUntilIdle(CancellationToken)"/>
    /// <param name="compiled">How many methods were compiled so far.</param>
    /// <param name="pause">Waits between two looks.</param>
    /// <param name="cancel">Ends the waiting.</param>
    internal static void WaitUntilIdle(Func<long> compiled, Action pause, CancellationToken cancel)
    {
        var before = compiled();
        for (var looks = 0; looks < MostLooks; looks++)
        {
            pause();
            cancel.ThrowIfCancellationRequested();
            var now = compiled();
            if (now == before) return;
            before = now;
        }
    }
}
