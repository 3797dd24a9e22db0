namespace LearningKit.Charts;

/// <summary>How the bytes of an image become colours.</summary>
public enum ImageColours
{
    /// <summary>0 is black, 255 white.</summary>
    Grey,

    /// <summary>0 is black, 255 the yellow end of Viridis: evenly graded, legible with every kind of colour vision.</summary>
    Viridis,
}
