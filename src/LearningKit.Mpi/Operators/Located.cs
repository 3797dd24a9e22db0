namespace LearningKit.Mpi;

/// <summary>A value and where it was found: what <see cref="Op.MaxLoc{T}"/> and <see cref="Op.MinLoc{T}"/> combine.</summary>
/// <param name="Value">The value.</param>
/// <param name="Index">Where: a rank, or an index.</param>
public readonly record struct Located<T>(T Value, int Index) where T : unmanaged, IComparable<T>;
