namespace LearningKit.Workloads;

/// <summary>
/// The innermost step of the packed product: a tile of C, as large as the registers hold, gains a product of two packed
/// panels. Everything around it is the same for every processor.
/// </summary>
interface IMicrokernel
{
    /// <summary>Rows of the tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Adds the product of two panels to a tile of C, or writes it there.</summary>
    /// <param name="depth">The length of the inner products: a multiple of 4.</param>
    /// <param name="a">A panel of A: <paramref name="depth"/> times <see cref="Rows"/> numbers, one from each row.</param>
    /// <param name="b">A panel of B: <paramref name="depth"/> times <see cref="Columns"/> numbers; aligned to 64 bytes.</param>
    /// <param name="c">The tile's first number.</param>
    /// <param name="stride">From a row of C to the next, in numbers.</param>
    /// <param name="add">True to add to what is there, false to write.</param>
    static abstract unsafe void Multiply(int depth, double* a, double* b, double* c, int stride, bool add);
}
