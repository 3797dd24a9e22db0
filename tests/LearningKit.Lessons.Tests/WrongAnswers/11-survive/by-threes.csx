// expect: A Map shares the fate of its worst item
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var (results, lost) = (new Dictionary<int, long>(), new List<int>());
    foreach (var three in Enumerable.Range(0, items).Chunk(3))
    {
        try
        {
            foreach (var (item, result) in three.Zip(pool.Map(work, three))) results[item] = result;
        }
        catch (Exception) { lost.AddRange(three); }
    }
    return new(results, lost);
}
