// expect: wait for the servers too before you throw
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    var tasks = servers.Select(server => server(stop.Token)).ToList();
    Task<string> good = null;
    await foreach (var done in Task.WhenEach(tasks).WithCancellation(cancel))
    {
        if (!done.IsCompletedSuccessfully) continue;
        good = done;
        break;
    }
    stop.Cancel();
    await Task.WhenAll(tasks).ContinueWith(_ => { });
    return good is null ? throw new HttpRequestException("No server answered.") : await good;
}
