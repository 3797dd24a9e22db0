// expect: Only 503 promises that it may be better later
async Task<string> AskPatiently(Func<Task<string>> ask, int attempts, Func<TimeSpan, Task> pause)
{
    for (var attempt = 1; ; attempt++)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException) when (attempt < attempts)
        {
        }
        await pause(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt - 1)));
    }
}
