// expect: Do all threads see the same variable?
long[] RunAll(int items, Func<int, long> work, int workers)
{
    var results = new long[items];
    var threads = new List<Thread>();
    for (var worker = 0; worker < workers; worker++)
        threads.Add(new Thread(() =>
        {
            for (var item = worker % workers; item < items; item += workers) results[item] = work(item);
        }));
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    return results;
}
