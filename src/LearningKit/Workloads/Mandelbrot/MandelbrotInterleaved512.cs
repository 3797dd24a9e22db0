namespace LearningKit.Workloads;

/// <summary>
/// Four vectors of 8 points in flight: while one waits for its last step, the others use the arithmetic units. As long
/// as no point escapes, nobody looks.
/// </summary>
public static class MandelbrotInterleaved512
{
    /// <inheritdoc cref="MandelbrotScalar.Rows"/>
    public static void Rows(Mandelbrot picture, IndexRange rows, Span<ushort> counts) =>
        MandelbrotInterleaved.Rows<MandelbrotGroup512>(picture, rows, counts);
}
