// expect: has no result, not even 0
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var (results, lost) = (new Dictionary<int, long>(), new List<int>());
    for (var item = 0; item < items; item++)
    {
        try { results[item] = pool.Apply(work, item); }
        catch (Exception)
        {
            results[item] = 0;
            lost.Add(item);
        }
    }
    return new(results, lost);
}
