using System.Runtime.CompilerServices;
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
    readonly double* a, b, c;
    readonly int m, n, k;
    readonly WorkerTeam? team;
    readonly int workers;
    readonly BlockSizes block;
    readonly AlignedBuffer packedB;
    readonly AlignedBuffer[] packedA;   // one for each worker

    public PackedRun(double* a, double* b, double* c, MatrixShape shape, WorkerTeam? team)
    {
        this.a = a;
        this.b = b;
        this.c = c;
        this.team = team;
        (m, n, k) = shape;
        workers = team?.Workers ?? 1;
        block = BlockSizes.For(TKernel.Rows, TKernel.Columns, CacheSizes.OfThisMachine);
        var depth = Packing<TKernel>.PanelDepth(Math.Min(block.Depth, k));
        packedB = new(depth * RoundUp(Math.Min(block.Columns, n), TKernel.Columns));
        packedA = new AlignedBuffer[workers];
        for (var worker = 0; worker < workers; worker++) packedA[worker] = new(depth * RoundUp(Math.Min(block.Rows, m), TKernel.Rows));
    }

    /// <summary>One worker's share.</summary>
    public void Work(int worker)
    {
        var myA = packedA[worker].Start;
        var (firstRow, endRow) = (Share(worker), Share(worker + 1));
        for (var j = 0; j < n; j += block.Columns)
        {
            var columns = Math.Min(block.Columns, n - j);
            for (var l = 0; l < k; l += block.Depth)
            {
                var depth = Math.Min(block.Depth, k - l);
                Packing<TKernel>.PackB(b + (long)l * n + j, n, depth, columns, packedB.Start, worker, workers);
                team?.Barrier();   // B is packed
                for (var i = firstRow; i < endRow; i += block.Rows)
                {
                    var rows = Math.Min(block.Rows, endRow - i);
                    Packing<TKernel>.PackA(a + (long)i * k + l, k, rows, depth, myA);
                    MultiplyBlock(myA, i, j, rows, columns, Packing<TKernel>.PanelDepth(depth), add: l > 0);
                }
                team?.Barrier();   // nobody reads this block of B any more
            }
        }
    }

    /// <summary>A block of A in the level-2 cache times the block of B: tile after tile, a panel of B staying in level 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void MultiplyBlock(double* myA, int i, int j, int rows, int columns, int depth, bool add)
    {
        var edge = stackalloc double[TKernel.Rows * TKernel.Columns];
        for (var jj = 0; jj < columns; jj += TKernel.Columns)
        {
            var panelB = packedB.Start + (long)jj * depth;
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

    /// <summary>The first row of a worker's share: whole tiles, spread evenly.</summary>
    int Share(int worker)
    {
        var tiles = (m + TKernel.Rows - 1) / TKernel.Rows;
        return (int)Math.Min(m, (long)tiles * worker / workers * TKernel.Rows);
    }

    static long RoundUp(long value, long multiple) => (value + multiple - 1) / multiple * multiple;

    public void Dispose()
    {
        packedB.Dispose();
        foreach (var buffer in packedA) buffer.Dispose();
    }
}
