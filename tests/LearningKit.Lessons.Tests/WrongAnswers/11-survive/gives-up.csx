// expect: try and catch belong inside the loop
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var (results, lost) = (new Dictionary<int, long>(), new List<int>());
    try
    {
        for (var item = 0; item < items; item++)
        {
            lost = [item];
            results[item] = pool.Apply(work, item);
        }
    }
    catch (Exception) { }
    return new(results, lost);
}
