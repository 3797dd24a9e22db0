// expect: Half a sum is worse than none
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    var channel = Channel.CreateBounded<string>(inFlight);
    _ = DownloadAll();
    long sum = 0;
    await foreach (var text in channel.Reader.ReadAllAsync()) sum += parse(text);
    return sum;

    async Task DownloadAll()
    {
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
                async (number, cancel) => await channel.Writer.WriteAsync(await download(number), cancel));
        }
        finally
        {
            channel.Writer.Complete();
        }
    }
}
