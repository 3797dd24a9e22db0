namespace LearningKit.Workloads;

/// <summary>The vector triad a = b + s c of the STREAM benchmark (McCalpin 1995) as anybody would write it.</summary>
public static class PlainTriad
{
    /// <summary>
    /// a[i] = b[i] + s c[i]. Moves 32 bytes an element: reads b and c, writes a, and reads a's cache line before it is
    /// overwritten (write-allocate). STREAM's own figures count 24.
    /// </summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static void Run(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, double s)
    {
        if (a.Length != b.Length || a.Length != c.Length) throw new ArgumentException($"The three arrays must be equally long, but hold {a.Length}, {b.Length} and {c.Length} numbers.");
        for (var i = 0; i < a.Length; i++) a[i] = b[i] + s * c[i];
    }
}
