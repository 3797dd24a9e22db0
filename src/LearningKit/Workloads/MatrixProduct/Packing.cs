using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningKit.Workloads;

/// <summary>
/// Copies blocks of matrices into panels, in the order in which a microkernel reads them. Zeros fill the panels up: to
/// whole tiles, and to a depth that is a multiple of <see cref="Step"/>.
/// </summary>
static unsafe class Packing<TKernel>
    where TKernel : IMicrokernel
{
    /// <summary>Tiles have a multiple of so many rows, and panels are a multiple of it deep.</summary>
    const int Step = 4;

    // Panels of B that are filled side by side: whole cache lines of a row are used at once. One panel at a time would
    // meet every line twice, and for strides of a power of two would have lost it in between.
    const int PanelsAtOnce = 8;

    /// <summary>How deep the panels of a block of some depth are.</summary>
    public static int PanelDepth(int depth) => (depth + Step - 1) / Step * Step;

    /// <summary>Copies rows of A into panels of as many rows as a tile has: for each column in turn, one number from each row.</summary>
    /// <param name="from">The block's first number.</param>
    /// <param name="stride">From a row of A to the next.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="depth">Columns of the block.</param>
    /// <param name="to">The panels, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackA(double* from, int stride, int rows, int depth, double* to)
    {
        for (var panel = 0; panel < rows; panel += TKernel.Rows, to += TKernel.Rows * PanelDepth(depth))
            for (var row = 0; row < TKernel.Rows; row += Step)
                PackStrip(from + (long)(panel + row) * stride, stride, rows - panel - row, depth, to + row);
    }

    /// <summary>
    /// Copies some panels of a block of B: for each row in turn, as many numbers as a tile has columns. Worker w of n packs
    /// every n-th group of panels.
    /// </summary>
    /// <param name="from">The block's first number.</param>
    /// <param name="stride">From a row of B to the next.</param>
    /// <param name="depth">Rows of the block.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="to">The panels, one after the other.</param>
    /// <param name="worker">Which share to pack.</param>
    /// <param name="workers">How many shares there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackB(double* from, int stride, int depth, int columns, double* to, int worker, int workers)
    {
        var group = PanelsAtOnce * TKernel.Columns;
        for (var first = worker * group; first < columns; first += workers * group)
        {
            var end = Math.Min(first + group, columns);
            for (var row = 0; row < PanelDepth(depth); row++)
                for (var column = first; column < end; column += TKernel.Columns)
                    CopyRow(from + (long)row * stride + column, to + (long)column * PanelDepth(depth) + row * TKernel.Columns, row < depth ? columns - column : 0);
        }
    }

    /// <summary>Four rows of A, of which <paramref name="rows"/> exist: squares of four by four turn over in registers.</summary>
    static void PackStrip(double* from, int stride, int rows, int depth, double* to)
    {
        var column = 0;
        if (rows >= Step && Avx.IsSupported)
            for (; column + Step <= depth; column += Step) Transpose(from + column, stride, to + column * TKernel.Rows);
        for (; column < PanelDepth(depth); column++)
            for (var row = 0; row < Step; row++)
                to[column * TKernel.Rows + row] = row < rows && column < depth ? from[(long)row * stride + column] : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Transpose(double* from, int stride, double* to)
    {
        var (r0, r1) = (Vector256.Load(from), Vector256.Load(from + stride));
        var (r2, r3) = (Vector256.Load(from + 2L * stride), Vector256.Load(from + 3L * stride));
        var (even01, odd01) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1));
        var (even23, odd23) = (Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
        Avx.Permute2x128(even01, even23, 0x20).Store(to);
        Avx.Permute2x128(odd01, odd23, 0x20).Store(to + TKernel.Rows);
        Avx.Permute2x128(even01, even23, 0x31).Store(to + 2 * TKernel.Rows);
        Avx.Permute2x128(odd01, odd23, 0x31).Store(to + 3 * TKernel.Rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void CopyRow(double* from, double* to, int left)
    {
        if (left >= TKernel.Columns)
        {
            Unsafe.CopyBlockUnaligned(to, from, (uint)(TKernel.Columns * sizeof(double)));   // a constant: a few vector moves
            return;
        }
        for (var q = 0; q < TKernel.Columns; q++) to[q] = q < left ? from[q] : 0;
    }
}
