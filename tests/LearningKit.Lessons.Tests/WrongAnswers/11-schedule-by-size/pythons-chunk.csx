// expect: puts long items together into one task
(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost)
{
    int[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(item => lengths[item])];
    return (order, Math.Max(1, (lengths.Length + 4 * workers - 1) / (4 * workers)));
}
