namespace LearningKit.Exercises;

/// <summary>Servers that a check plays: it knows how many were asked, and how many requests are still running.</summary>
/// <param name="servers">How many servers there are.</param>
/// <param name="moment">How long a server takes to stop.</param>
sealed class ServerRun(int servers, TimeSpan moment) : IDisposable
{
    readonly TaskCompletionSource allAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource returned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource over = new();
    int asked;
    int inside;

    /// <summary>How many servers were asked.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>How many requests were running when the answer came back.</summary>
    public int Running { get; private set; }

    /// <summary>A server that answers as told. One that is stopped takes its time to end, so that who does not wait for it gives himself away.</summary>
    public Func<CancellationToken, Task<string>> Server(Func<CancellationToken, Task<string>> respond) => async stop =>
    {
        Interlocked.Increment(ref inside);
        if (Interlocked.Increment(ref asked) == servers) allAsked.TrySetResult();
        using var stopOrOver = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        try
        {
            return await respond(stopOrOver.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(returned.Task, Task.Delay(moment, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    };

    /// <summary>Ends when it is cancelled, and not before.</summary>
    public static async Task<string> NeverAsync(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        return "never";
    }

    /// <summary>Ends when all servers were asked, or after some time.</summary>
    public Task AllAskedAsync(TimeSpan patience) => Task.WhenAny(allAsked.Task, Task.Delay(patience));

    /// <summary>True when the answer came back in time; counts then what is still running, and lets it end.</summary>
    public async Task<bool> EndedAsync(Task answer, TimeSpan patience)
    {
        var ended = await Task.WhenAny(answer, Task.Delay(patience)).ConfigureAwait(false) == answer;
        Running = Volatile.Read(ref inside);
        returned.TrySetResult();
        await over.CancelAsync().ConfigureAwait(false);
        return ended;
    }

    /// <inheritdoc/>
    public void Dispose() => over.Dispose();
}
