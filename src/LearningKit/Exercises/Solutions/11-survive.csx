Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var promises = Enumerable.Range(0, items).Select(item => pool.ApplyAsync(work, item)).ToList();   // all are under way

    var results = new Dictionary<int, long>();
    var lost = new List<int>();
    foreach (var (item, promise) in promises.Index())
    {
        try { results[item] = promise.GetAwaiter().GetResult(); }
        catch (Exception) { lost.Add(item); }   // it threw, or every worker that tried it died
    }
    return new(results, lost);
}
