// expect: Each pause is twice as long as the one before
async Task<string> AskPatiently(Func<Task<string>> ask, int attempts, Func<TimeSpan, Task> pause)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < attempts)
        {
        }
        await pause(TimeSpan.FromMilliseconds(100));
    }
}
