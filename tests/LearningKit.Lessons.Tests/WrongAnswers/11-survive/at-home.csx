// expect: work belongs into the pool
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var (results, lost) = (new Dictionary<int, long>(), new List<int>());
    for (var item = 0; item < items; item++)
    {
        try { results[item] = work(item); }
        catch (Exception) { lost.Add(item); }
    }
    return new(results, lost);
}
