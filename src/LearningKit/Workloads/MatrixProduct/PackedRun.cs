using System.Runtime.InteropServices;
using LearningKit.Engines;

namespace LearningKit.Workloads;

/// <summary>One packed product: the five loops around the microkernel, with the buffers that they pack into.</summary>
/// <remarks>
/// The workers pack the block of B together and share it; each packs blocks of its own rows of A for itself alone.
/// Every element of C is written by one worker.
/// </remarks>
sealed unsafe class PackedRun<TKernel> : IDisposable
    where TKernel : IMicrokernel
{
    const nuint PageBytes = 4096;

    readonly double* a, b, c;
    readonly int m, n, k;
    readonly WorkerTeam? team;
    readonly int workers;
    readonly BlockSizes block;
    readonly double* packedB;
    readonly double* packedA;
    readonly long packedALength;

    public PackedRun(double* a, double* b, double* c, MatrixShape shape, WorkerTeam? team)
    {
        this.a = a;
        this.b = b;
        this.c = c;
        this.team = team;
        (m, n, k) = shape;
        workers = team?.Workers ?? 1;
        block = BlockSizes.For(TKernel.Rows, TKernel.Columns, CacheSizes.OfThisMachine);
        var depth = Math.Min(block.Depth, k);
        // One worker's block of A, rounded up to whole pages so that no two workers share a line.
        packedALength = RoundUp((long)depth * RoundUp(Math.Min(block.Rows, m), TKernel.Rows), (long)PageBytes / sizeof(double));
        packedA = Allocate(packedALength * workers);
        packedB = Allocate((long)depth * RoundUp(Math.Min(block.Columns, n), TKernel.Columns));
    }

    /// <summary>One worker's share.</summary>
    public void Work(int worker)
    {
        var myA = packedA + worker * packedALength;
        var (firstRow, endRow) = (Share(worker), Share(worker + 1));
        for (var j = 0; j < n; j += block.Columns)
        {
            var columns = Math.Min(block.Columns, n - j);
            for (var l = 0; l < k; l += block.Depth)
            {
                var depth = Math.Min(block.Depth, k - l);
                PackB(l, j, depth, columns, worker);
                team?.Barrier();   // B is packed
                for (var i = firstRow; i < endRow; i += block.Rows)
                {
                    var rows = Math.Min(block.Rows, endRow - i);
                    PackA(i, l, rows, depth, myA);
                    MultiplyBlock(myA, i, j, rows, columns, depth, add: l > 0);
                }
                team?.Barrier();   // nobody reads this block of B any more
            }
        }
    }

    /// <summary>A block of A in the level-2 cache times the block of B: tile after tile, a panel of B staying in level 1.</summary>
    void MultiplyBlock(double* myA, int i, int j, int rows, int columns, int depth, bool add)
    {
        var edge = stackalloc double[TKernel.Rows * TKernel.Columns];
        for (var jj = 0; jj < columns; jj += TKernel.Columns)
        {
            var panelB = packedB + (long)jj * depth;
            for (var ii = 0; ii < rows; ii += TKernel.Rows)
            {
                var panelA = myA + (long)ii * depth;
                var tile = c + (long)(i + ii) * n + j + jj;
                if (ii + TKernel.Rows <= rows && jj + TKernel.Columns <= columns)
                {
                    TKernel.Multiply(depth, panelA, panelB, tile, n, add);
                }
                else
                {
                    TKernel.Multiply(depth, panelA, panelB, edge, TKernel.Columns, add: false);
                    StoreEdge(edge, tile, Math.Min(TKernel.Rows, rows - ii), Math.Min(TKernel.Columns, columns - jj), add);
                }
            }
        }
    }

    /// <summary>The part of a tile that lies inside C.</summary>
    void StoreEdge(double* edge, double* tile, int rows, int columns, bool add)
    {
        for (var r = 0; r < rows; r++)
        {
            for (var q = 0; q < columns; q++)
            {
                var old = add ? tile[(long)r * n + q] : 0;
                tile[(long)r * n + q] = old + edge[r * TKernel.Columns + q];
            }
        }
    }

    /// <summary>Copies a block of A into panels: for each column in turn, one number from each row of the tile; zeros below the last row.</summary>
    void PackA(int i, int l, int rows, int depth, double* to)
    {
        for (var ii = 0; ii < rows; ii += TKernel.Rows)
        {
            var inside = Math.Min(TKernel.Rows, rows - ii);
            for (var r = 0; r < TKernel.Rows; r++)
            {
                var from = a + (long)(i + ii + r) * k + l;
                for (var q = 0; q < depth; q++) to[q * TKernel.Rows + r] = r < inside ? from[q] : 0;
            }
            to += depth * TKernel.Rows;
        }
    }

    /// <summary>Copies this worker's panels of a block of B: row after row of the panel's columns; zeros right of the last column.</summary>
    void PackB(int l, int j, int depth, int columns, int worker)
    {
        for (var jj = worker * TKernel.Columns; jj < columns; jj += workers * TKernel.Columns)
        {
            var to = new Span<double>(packedB + (long)jj * depth, depth * TKernel.Columns);
            var inside = Math.Min(TKernel.Columns, columns - jj);
            for (var q = 0; q < depth; q++, to = to[TKernel.Columns..])
            {
                new ReadOnlySpan<double>(b + (long)(l + q) * n + j + jj, inside).CopyTo(to);
                to[inside..TKernel.Columns].Clear();
            }
        }
    }

    /// <summary>The first row of a worker's share: whole tiles, spread evenly.</summary>
    int Share(int worker)
    {
        var tiles = (m + TKernel.Rows - 1) / TKernel.Rows;
        return (int)Math.Min(m, (long)tiles * worker / workers * TKernel.Rows);
    }

    static long RoundUp(long value, long multiple) => (value + multiple - 1) / multiple * multiple;

    static double* Allocate(long length) => (double*)NativeMemory.AlignedAlloc((nuint)length * sizeof(double), PageBytes);

    public void Dispose()
    {
        NativeMemory.AlignedFree(packedA);
        NativeMemory.AlignedFree(packedB);
    }
}
