// expect: The caller must be told
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel) =>
    Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = workers }, (item, loop) =>
    {
        if (cancel.IsCancellationRequested) loop.Stop();
        else work(item);
    });
