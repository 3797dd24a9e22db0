namespace LearningKit.Workloads;

/// <summary>Neighbouring points of a row whose steps are computed together, in the lanes of several vectors.</summary>
interface IMandelbrotGroup
{
    /// <summary>How many points a group holds.</summary>
    static abstract int Points { get; }

    /// <summary>True while a point of the group has not escaped.</summary>
    bool AnyInside { get; }

    /// <summary>Puts the points back to z = 0.</summary>
    /// <param name="real">The real part of each point.</param>
    /// <param name="imaginary">The imaginary part of all.</param>
    void Start(ReadOnlySpan<double> real, double imaginary);

    /// <summary>Takes steps, and looks after each which points are still inside.</summary>
    /// <returns>True when none has escaped on the way.</returns>
    bool Walk(int steps);

    /// <summary>
    /// Takes steps without looking. Who has escaped never comes back, so when those inside at the end are those inside at
    /// the beginning, nothing was missed; if not, nothing is changed.
    /// </summary>
    /// <returns>False when the steps must be walked.</returns>
    bool Leap(int steps);

    /// <summary>Writes how many steps each point was inside.</summary>
    void CopyCounts(Span<ushort> counts);
}
