// expect: Start all threads before you join the first
long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new long[items];
    for (var worker = 0; worker < workers; worker++)
    {
        var mine = worker;
        var thread = new Thread(() =>
        {
            for (var item = mine; item < items; item += workers) results[item] = work(item);
        });
        thread.Start();
        thread.Join();
    }
    return results;
}
