// expect: This parser serves one at a time
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    long sum = 0;
    await Parallel.ForEachAsync(Enumerable.Range(0, documents), new ParallelOptions { MaxDegreeOfParallelism = inFlight },
        async (number, cancel) => Interlocked.Add(ref sum, parse(await download(number))));
    return sum;
}
