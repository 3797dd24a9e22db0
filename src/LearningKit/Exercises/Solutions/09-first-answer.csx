async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
    var tasks = servers.Select(server => server(stop.Token)).ToList();
    Task<string> good = null;
    await foreach (var done in Task.WhenEach(tasks))
    {
        if (!done.IsCompletedSuccessfully) continue;   // done is not the same as good
        good = done;
        break;
    }
    stop.Cancel();                                      // asks the others to stop ...
    try
    {
        await Task.WhenAll(tasks);                      // ... and waits until they have
    }
    catch (Exception) when (good is not null)
    {
        // The others failed or were stopped: there is a good answer all the same.
    }
    return await good;
}
