using LearningKit.Cli.Terminals;
using LearningKit.Workloads;

namespace LearningKit.Cli.Arguments;

/// <summary>What the library refuses of what was typed is bad usage, not a failure.</summary>
static class Usage
{
    /// <summary>Asks the library whether options make sense.</summary>
    /// <exception cref="BadUsageException">They do not.</exception>
    public static void Check<T>(Func<T> validated) => Get(validated);

    /// <summary>Asks the library for what was named.</summary>
    /// <exception cref="BadUsageException">It has no such thing.</exception>
    public static T Get<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (ArgumentException exception)
        {
            throw new BadUsageException(Sentence.Of(exception));
        }
    }

    /// <summary>Does what makes a workload of a size.</summary>
    /// <exception cref="BadUsageException">The workload cannot have that size.</exception>
    public static async Task<T> CheckSizeAsync<T>(WorkloadInfo workload, long? size, Func<Task<T>> make)
    {
        try
        {
            return await make().ConfigureAwait(false);
        }
        catch (Exception exception) when (size is not null && exception is OverflowException or ArgumentOutOfRangeException)
        {
            throw new BadUsageException($"'{workload.Name}' cannot have the size {size} ({workload.SizeMeaning}). Its own is {workload.DefaultSize}.");
        }
    }
}
