// expect: Done is not the same as good
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    var tasks = servers.Select(server => server(stop.Token)).ToList();
    var first = await Task.WhenAny(tasks);
    stop.Cancel();
    await Task.WhenAll(tasks).ContinueWith(_ => { });
    return await first;
}
