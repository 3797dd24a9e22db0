namespace LearningKit.Workloads;

/// <summary>Which piece of the complex plane a picture of the Mandelbrot set shows. Pixels are square.</summary>
/// <param name="Left">The real part at the left edge.</param>
/// <param name="Top">The imaginary part at the top edge.</param>
/// <param name="Width">How much of the real axis the picture spans; the height follows from the picture's shape.</param>
public sealed record MandelbrotView(double Left, double Top, double Width)
{
    /// <summary>The whole set. In a square picture the lower half mirrors the upper.</summary>
    public static MandelbrotView Whole { get; } = new(-2.0, 1.25, 2.5);

    /// <summary>
    /// The set pushed down, out of the middle: in a square picture the top half costs a small part of the bottom half.
    /// Two workers with half the rows each are then hardly faster than one.
    /// </summary>
    public static MandelbrotView CheapTop { get; } = new(-2.0, 1.6, 2.5);

    /// <summary>The valley between the head and the body of the set, full of spirals.</summary>
    public static MandelbrotView SeahorseValley { get; } = new(-0.80, 0.15, 0.1);
}
