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
            // There may be room later.
        }
        await pause(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt - 1)));
    }
}
