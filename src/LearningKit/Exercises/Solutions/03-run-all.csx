long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new long[items];
    var next = -1;
    var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
    {
        for (int item; (item = Interlocked.Increment(ref next)) < items;) results[item] = work(item);
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    return results;
}
