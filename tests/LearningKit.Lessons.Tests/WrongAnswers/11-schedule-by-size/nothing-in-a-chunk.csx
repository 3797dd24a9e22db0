// expect: A task holds at least one item
(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost)
{
    int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(item => lengths[item])];
    return (order, Enumerable.Range(0, 14).Select(power => 1 << power).TakeWhile(size => size <= lengths.Length)
        .OrderBy(size => Makespan.Of(lengths, order, size, workers, taskCost)).FirstOrDefault());
}
