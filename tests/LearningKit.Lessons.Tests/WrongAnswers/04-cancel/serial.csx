// expect: The items are to be worked on in parallel
void ProcessAll(int items, Action<int> work, int workers, CancellationToken cancel)
{
    for (var item = 0; item < items; item++)
    {
        cancel.ThrowIfCancellationRequested();
        work(item);
    }
}
