// expect: The last failure belongs to the caller
async Task<string> AskPatiently(Func<Task<string>> ask, int attempts, Func<TimeSpan, Task> pause)
{
    for (var attempt = 1; attempt <= attempts; attempt++)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            if (attempt < attempts) await pause(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt - 1)));
        }
    }
    return null;
}
