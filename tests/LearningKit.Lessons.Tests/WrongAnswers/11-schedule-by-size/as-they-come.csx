// expect: a long item that begins late is waited for by all
(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost) =>
    ([.. Enumerable.Range(0, lengths.Length)], 1);
