namespace LearningKit.Processes;

/// <summary>What a task yielded, as it travels back.</summary>
/// <param name="Measured">When and where it ran.</param>
/// <param name="Results">What the function returned for each item; the default where it threw.</param>
/// <param name="Failures">The items for which it threw, or null.</param>
sealed record Yield<TOut>(Measured Measured, TOut[] Results, ItemFailure[]? Failures);

/// <summary>An item for which the function threw.</summary>
/// <param name="Index">Its place in the task, from 0.</param>
/// <param name="Exception">What it threw.</param>
readonly record struct ItemFailure(int Index, Exception Exception);

/// <summary>A task that yielded nothing, as it travels back: it was cancelled, or its arguments or results could not be read or packed.</summary>
/// <param name="Measured">When and where it ran.</param>
/// <param name="Exception">Why.</param>
sealed record Failed(Measured Measured, Exception Exception);
