// expect: One bad item took all the others with it
Survivors ComputeAll(ProcessPool pool, Func<int, long> work, int items)
{
    var results = pool.Map(work, Enumerable.Range(0, items));
    return new(results.Index().ToDictionary(result => result.Index, result => result.Item), []);
}
