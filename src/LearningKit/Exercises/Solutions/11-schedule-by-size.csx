(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost)
{
    int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(item => lengths[item])];
    var (best, least) = (1, Makespan.Of(lengths, order, 1, workers, taskCost));
    for (var chunkSize = 2; chunkSize <= lengths.Length; chunkSize *= 2)
    {
        var makespan = Makespan.Of(lengths, order, chunkSize, workers, taskCost);
        if (makespan < least) (best, least) = (chunkSize, makespan);
    }
    return (order, best);
}
