// expect: Pause before each new attempt
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
    }
}
