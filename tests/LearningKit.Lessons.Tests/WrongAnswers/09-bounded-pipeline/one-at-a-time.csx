// expect: Begin the next downloads before the first has ended
async Task<long> SumAll(int documents, Func<int, Task<string>> download, Func<string, long> parse, int inFlight)
{
    long sum = 0;
    for (var number = 0; number < documents; number++) sum += parse(await download(number));
    return sum;
}
