// expect: Join every thread before you return
long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new long[items];
    for (var worker = 0; worker < workers; worker++)
    {
        var mine = worker;
        new Thread(() =>
        {
            for (var item = mine; item < items; item += workers) results[item] = work(item);
        }).Start();
    }
    return results;
}
