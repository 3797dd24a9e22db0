namespace LearningKit.Processes;

/// <summary>A part of a <see cref="SharedArray{T}"/> that travels as the array does: by its address, not by its elements.</summary>
/// <param name="Array">The array.</param>
/// <param name="Start">The index of the first element of the part.</param>
/// <param name="Length">How many elements the part has.</param>
/// <typeparam name="T">The elements.</typeparam>
public readonly record struct SharedSlice<T>(SharedArray<T> Array, int Start, int Length)
    where T : unmanaged
{
    /// <summary>The elements of the part, until the array is disposed of.</summary>
    /// <exception cref="ObjectDisposedException">The array is disposed of.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such part.</exception>
    public Span<T> Span => Array.Span.Slice(Start, Length);
}
