// expect: Larger chunks pay it less often
(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost) =>
    ([.. Enumerable.Range(0, lengths.Length).OrderByDescending(item => lengths[item])], 1);
