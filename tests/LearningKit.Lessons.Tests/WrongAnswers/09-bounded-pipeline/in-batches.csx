// expect: The stages are to run at the same time
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    long sum = 0;
    foreach (var batch in Enumerable.Range(0, documents).Chunk(inFlight))
        foreach (var text in await Task.WhenAll(batch.Select(download))) sum += parse(text);
    return sum;
}
