// expect: Look at the token before every item
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel) =>
    Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = workers }, work);
