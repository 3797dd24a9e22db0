// expect: need not be computed again
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var (good, lost) = (new List<int>(), new List<int>());
    for (var item = 0; item < items; item++)
    {
        try
        {
            pool.Apply(work, item);
            good.Add(item);
        }
        catch (Exception) { lost.Add(item); }
    }
    var results = pool.Map(work, good);
    return new(good.Zip(results).ToDictionary(pair => pair.First, pair => pair.Second), lost);
}
