namespace LearningKit.Tables;

/// <summary>What is made of the values of a group.</summary>
public enum AggregateKind
{
    /// <summary>How many rows, or how many values that are not missing.</summary>
    Count,

    /// <summary>The sum; of no values 0.</summary>
    Sum,

    /// <summary>The mean; of no values missing.</summary>
    Mean,

    /// <summary>The least value; of no values missing.</summary>
    Min,

    /// <summary>The greatest value; of no values missing.</summary>
    Max,

    /// <summary>The variance of a sample (divided by n - 1); of fewer than two values missing.</summary>
    Variance,

    /// <summary>The standard deviation of a sample, the root of the variance.</summary>
    Std,

    /// <summary>The middle value; of an even number the mean of the two in the middle; of no values missing.</summary>
    Median,
}
