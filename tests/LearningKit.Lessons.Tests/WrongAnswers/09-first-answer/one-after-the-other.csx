// expect: Ask all of them at once
async Task<string> FirstGood(Func<CancellationToken, Task<string>>[] servers, CancellationToken cancel)
{
    foreach (var server in servers)
    {
        try
        {
            return await server(cancel);
        }
        catch (HttpRequestException)
        {
        }
    }
    throw new HttpRequestException("No server answered.");
}
