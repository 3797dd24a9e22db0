// expect: Does your division leave a remainder?
long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new long[items];
    var share = items / workers;
    var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
    {
        for (var item = worker * share; item < (worker + 1) * share; item++) results[item] = work(item);
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    return results;
}
