// expect: The caller waits for an OperationCanceledException
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel) =>
    Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = workers }, item =>
    {
        cancel.ThrowIfCancellationRequested();
        work(item);
    });
