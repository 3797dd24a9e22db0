// expect: Limit the downloads
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    var texts = await Task.WhenAll(Enumerable.Range(0, documents).Select(download));
    return texts.Sum(parse);
}
