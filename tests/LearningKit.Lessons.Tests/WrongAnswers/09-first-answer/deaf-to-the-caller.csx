// expect: Link your token to the caller's
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    using var stop = new CancellationTokenSource();
    var tasks = servers.Select(server => server(stop.Token)).ToList();
    Task<string> good = null;
    await foreach (var done in Task.WhenEach(tasks))
    {
        if (!done.IsCompletedSuccessfully) continue;
        good = done;
        break;
    }
    stop.Cancel();
    await Task.WhenAll(tasks).ContinueWith(_ => { });
    return good is null ? throw new HttpRequestException("No server answered.") : await good;
}
