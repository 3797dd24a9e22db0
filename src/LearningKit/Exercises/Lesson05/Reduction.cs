namespace LearningKit.Exercises;

/// <summary>The four parts of a parallel reduction of readings, in tenths of a degree, to one number.</summary>
public abstract class Reduction
{
    private protected Reduction()
    {
    }

    /// <summary>Makes a reduction of its parts.</summary>
    /// <typeparam name="TOwn">What a worker remembers.</typeparam>
    /// <param name="empty">What a worker begins with.</param>
    /// <param name="add">Takes one reading in, in tenths of a degree.</param>
    /// <param name="combine">Makes one of two workers' results.</param>
    /// <param name="finish">Makes the answer of the last result.</param>
    public static Reduction Of<TOwn>(Func<TOwn> empty, Func<TOwn, int, TOwn> add, Func<TOwn, TOwn, TOwn> combine, Func<TOwn, double> finish) =>
        new Typed<TOwn>(empty, add, combine, finish);

    /// <summary>Reduces shares in the order given: first each share by itself, then the results, pair by pair.</summary>
    public abstract double Over(IEnumerable<IEnumerable<int>> shares);

    sealed class Typed<TOwn>(Func<TOwn> empty, Func<TOwn, int, TOwn> add, Func<TOwn, TOwn, TOwn> combine, Func<TOwn, double> finish) : Reduction
    {
        public override double Over(IEnumerable<IEnumerable<int>> shares)
        {
            var results = shares.Select(share => share.Aggregate(empty(), add)).ToList();
            return finish(results.Count == 0 ? empty() : results.Aggregate(combine));
        }
    }
}
