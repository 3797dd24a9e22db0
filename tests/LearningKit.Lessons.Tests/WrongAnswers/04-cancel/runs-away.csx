// expect: Wait for what runs before you return
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel)
{
    var next = -1;
    var tasks = Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
    {
        for (int item; !cancel.IsCancellationRequested && (item = Interlocked.Increment(ref next)) < items;) work(item);
    })).ToArray();
    Task.WaitAll(tasks, cancel);
}
