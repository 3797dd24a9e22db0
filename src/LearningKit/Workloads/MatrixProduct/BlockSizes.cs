namespace LearningKit.Workloads;

/// <summary>How far the packed product cuts its loops, so that each packed block stays in the cache meant for it.</summary>
/// <param name="Rows">Rows of a block of A, which stays in the level-2 cache: a multiple of the tile's rows.</param>
/// <param name="Columns">Columns of a block of B, which stays in the level-3 cache: a multiple of the tile's columns.</param>
/// <param name="Depth">Columns of the block of A, rows of the block of B. A panel of B stays in the level-1 cache.</param>
readonly record struct BlockSizes(int Rows, int Columns, int Depth)
{
    /// <summary>The blocks for a tile of <paramref name="rows"/> x <paramref name="columns"/> and these caches.</summary>
    public static BlockSizes For(int rows, int columns, CacheSizes caches)
    {
        // Three quarters of level 1 for the panel of B, the rest for the panel of A and the tile of C that stream by.
        // Less than 192 would load and store C too often, more than 384 gains nothing.
        var depth = Math.Clamp(caches.Level1 * 3 / 4 / (columns * sizeof(double)), 192, 384) & ~7;
        var blockRows = RoundDown(caches.Level2 / 2 / (depth * sizeof(double)), rows);
        var blockColumns = RoundDown(Math.Min(4096, caches.Level3 / 2 / (depth * sizeof(double))), columns);
        return new(blockRows, blockColumns, depth);
    }

    static int RoundDown(int value, int multiple) => Math.Max(multiple, value - value % multiple);
}
