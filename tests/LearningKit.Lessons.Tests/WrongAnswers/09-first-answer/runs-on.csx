// expect: Cancelling asks; it does not wait
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    var tasks = servers.Select(server => server(stop.Token)).ToList();
    while (tasks.Count > 0)
    {
        var done = await Task.WhenAny(tasks);
        tasks.Remove(done);
        if (!done.IsCompletedSuccessfully) continue;
        stop.Cancel();
        return await done;
    }
    cancel.ThrowIfCancellationRequested();
    throw new HttpRequestException("No server answered.");
}
