// expect: MaxDegreeOfParallelism limits
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel)
{
    var next = -1;
    var threads = Enumerable.Range(0, 4 * workers).Select(_ => new Thread(() =>
    {
        for (int item; !cancel.IsCancellationRequested && (item = Interlocked.Increment(ref next)) < items;) work(item);
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    cancel.ThrowIfCancellationRequested();
}
