// expect: The first time counts as an attempt, too
async Task<string> AskPatiently(Func<Task<string>> ask, int attempts, Func<TimeSpan, Task> pause)
{
    for (var attempt = 0; ; attempt++)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < attempts)
        {
        }
        await pause(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)));
    }
}
