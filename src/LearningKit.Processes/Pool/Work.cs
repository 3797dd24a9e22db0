using System.Diagnostics;
using LearningKit.Processes.Wire;
using LearningKit.Shipping;

namespace LearningKit.Processes;

/// <summary>A task in the worker: the function of the caller, in what calls, measures and packs.</summary>
abstract class Work
{
    /// <summary>Computes it and packs what is sent back.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public abstract Parcel Execute(CancellationToken cancel);
}

/// <summary>A task that brings its function and its only item with it.</summary>
sealed class ApplyWork<TIn, TOut>(ItemFunction<TIn, TOut> function, TIn argument) : Work
{
    public override Parcel Execute(CancellationToken cancel) => ItemsWork<TIn, TOut>.Execute(function, [argument], cancel);
}

/// <summary>A function for many tasks, which travels once.</summary>
abstract class MapWork
{
    /// <summary>Reads the items of a call.</summary>
    public abstract Work Read(Frame call);
}

/// <inheritdoc/>
sealed class MapWork<TIn, TOut>(ItemFunction<TIn, TOut> function) : MapWork
{
    public override Work Read(Frame call) => new ItemsWork<TIn, TOut>(function, call.Unpack<TIn[]>());
}

/// <summary>Items to be computed by a function. It does not travel.</summary>
sealed class ItemsWork<TIn, TOut>(ItemFunction<TIn, TOut> function, TIn[] items) : Work
{
    public override Parcel Execute(CancellationToken cancel) => Execute(function, items, cancel);

    /// <summary>Calls the function for each item: one outcome each, whether it returns or throws.</summary>
    public static Parcel Execute(ItemFunction<TIn, TOut> function, TIn[] items, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var results = new TOut[items.Length];
        List<ItemFailure>? failures = null;
        for (var i = 0; i < items.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                results[i] = function.Call(items[i], cancel);
            }
            catch (Exception exception) when (!(exception is OperationCanceledException && cancel.IsCancellationRequested))
            {
                (failures ??= []).Add(new(i, exception));
            }
        }
        return Packer.Pack(new Yield<TOut>(Measured.Since(started), results, failures?.ToArray()));
    }
}
