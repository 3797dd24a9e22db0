// expect: Who has an answer cancels the others
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    var tasks = servers.Select(server => server(cancel)).ToList();
    await Task.WhenAll(tasks).ContinueWith(_ => { });
    return await tasks.First(task => task.IsCompletedSuccessfully);
}
