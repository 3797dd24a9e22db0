// expect: The reader waits for a writer that has failed
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    var channel = Channel.CreateBounded<string>(inFlight);
    var downloads = DownloadAll();
    long sum = 0;
    await foreach (var text in channel.Reader.ReadAllAsync()) sum += parse(text);
    await downloads;
    return sum;

    async Task DownloadAll()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
            async (number, cancel) => await channel.Writer.WriteAsync(await download(number), cancel));
        channel.Writer.Complete();
    }
}
