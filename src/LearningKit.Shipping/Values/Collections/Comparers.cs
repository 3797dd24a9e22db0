namespace LearningKit.Shipping;

/// <summary>Comparers of collections.</summary>
static class Comparers
{
    /// <summary>Null for the comparer that a collection has unless it was given another one.</summary>
    public static IEqualityComparer<T>? OrUsual<T>(IEqualityComparer<T>? comparer) => ReferenceEquals(comparer, EqualityComparer<T>.Default) ? null : comparer;

    /// <inheritdoc cref="OrUsual{T}(IEqualityComparer{T}?)"/>
    public static IComparer<T>? OrUsual<T>(IComparer<T>? comparer) => ReferenceEquals(comparer, Comparer<T>.Default) ? null : comparer;
}
