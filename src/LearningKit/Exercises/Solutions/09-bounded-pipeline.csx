async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    var channel = Channel.CreateBounded<string>(inFlight);
    var downloads = DownloadAll();   // started, not awaited: the reader below runs beside it
    long sum = 0;
    await foreach (var text in channel.Reader.ReadAllAsync()) sum += parse(text);
    await downloads;
    return sum;

    async Task DownloadAll()
    {
        Exception failure = null;
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
                async (number, cancel) => await channel.Writer.WriteAsync(await download(number), cancel));
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        channel.Writer.Complete(failure);   // the reader ends, well or with the failure
    }
}
