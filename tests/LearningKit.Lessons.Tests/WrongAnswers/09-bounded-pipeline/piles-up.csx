// expect: lets the downloads wait for the parser: CreateBounded
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    var channel = Channel.CreateUnbounded<string>();
    var downloads = Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
        async (number, cancel) => await channel.Writer.WriteAsync(await download(number), cancel))
        .ContinueWith(done => channel.Writer.Complete(done.Exception));
    long sum = 0;
    await foreach (var text in channel.Reader.ReadAllAsync()) sum += parse(text);
    return sum;
}
