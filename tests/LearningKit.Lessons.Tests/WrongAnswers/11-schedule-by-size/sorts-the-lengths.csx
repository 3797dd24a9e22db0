// expect: not of their lengths
(int[] Order, int ChunkSize) Plan(long[] lengths, int workers, long taskCost) =>
    ([.. lengths.OrderDescending().Select(length => (int)length)], 1);
