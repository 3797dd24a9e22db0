// expect: As long as attempts are left and the status is 503, ask again
async Task<string> AskPatiently(Func<Task<string>> ask, int attempts, Func<TimeSpan, Task> pause)
{
    try
    {
        return await ask();
    }
    catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.ServiceUnavailable && attempts > 1)
    {
    }
    await pause(TimeSpan.FromMilliseconds(100));
    return await ask();
}
