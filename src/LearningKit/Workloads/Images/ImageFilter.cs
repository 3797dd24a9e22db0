namespace LearningKit.Workloads;

/// <summary>What becomes of a pixel and its eight neighbours. At the border, the nearest pixel stands for those outside.</summary>
public enum ImageFilter
{
    /// <summary>Softens: the mean weighted 1 2 1 / 2 4 2 / 1 2 1, rounded.</summary>
    Blur,

    /// <summary>Shows edges: the sum of the sizes of the horizontal and the vertical Sobel gradient, at most 255.</summary>
    Sobel,

    /// <summary>Removes single bad pixels: the fifth of the nine in order.</summary>
    Median,
}
