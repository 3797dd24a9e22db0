// expect: Give each item a slot of its own
long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new List<long>();
    var next = -1;
    var threads = Enumerable.Range(0, workers).Select(_ => new Thread(() =>
    {
        for (int item; (item = Interlocked.Increment(ref next)) < items;)
        {
            var result = work(item);
            lock (results) results.Add(result);
        }
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    return [.. results];
}
