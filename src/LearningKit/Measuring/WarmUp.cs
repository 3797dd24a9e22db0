namespace LearningKit.Measuring;

/// <summary>
/// Decides when code is warm. It begins slow: code is loaded, compiled quickly, and after some thirty calls compiled again
/// with all optimisations; caches and branch predictors fill.
/// </summary>
/// <remarks>
/// Warm is when the last calls hardly differ: their coefficient of variation is small, the criterion of Georges, Buytaert and
/// Eeckhout, "Statistically Rigorous Java Performance Evaluation", OOPSLA 2007, section 4.2. It must hold after enough calls for
/// the second compilation to have happened, else the plateau before it passes for warm.
/// </remarks>
sealed class WarmUp
{
    /// <summary>So many calls in a row must agree.</summary>
    public const int Window = 5;

    /// <summary>The greatest coefficient of variation of calls that agree.</summary>
    public const double Tolerance = 0.05;

    /// <summary>The runtime compiles a method again after 30 calls, once 100 ms have passed without newly used methods.</summary>
    const int CallsUntilRecompiled = 30;
    static readonly TimeSpan recompiled = TimeSpan.FromMilliseconds(200);

    /// <summary>Work that took this long is dominated by inner loops and methods, which were recompiled on their own counts.</summary>
    static readonly TimeSpan longWork = TimeSpan.FromSeconds(1);

    const int FewestSamples = 2;
    const int MostSamples = 1000;

    readonly List<double> seconds = [];
    double elapsed;
    long calls;

    /// <summary>The calls so far, in seconds a call.</summary>
    public IReadOnlyList<double> Seconds => seconds;

    /// <summary>Adds a measurement.</summary>
    /// <param name="perCall">Seconds a call.</param>
    /// <param name="count">How many calls it was averaged over.</param>
    public void Add(double perCall, int count)
    {
        seconds.Add(perCall);
        elapsed += perCall * count;
        calls += count;
    }

    /// <summary>True when the last calls hardly differ. Long work is judged by fewer calls, but never by fewer than two.</summary>
    public bool IsStable
    {
        get
        {
            var last = seconds.TakeLast(Window).ToArray();
            return last.Length >= FewestSamples && Statistics.CoefficientOfVariation(last) <= Tolerance;
        }
    }

    /// <summary>True when the code is warm, or when waiting longer is not worth it.</summary>
    /// <param name="most">The most time to spend.</param>
    public bool IsOver(TimeSpan most)
    {
        if ((elapsed >= most.TotalSeconds && seconds.Count >= FewestSamples) || seconds.Count >= MostSamples) return true;
        var recompiledByNow = (calls >= CallsUntilRecompiled && elapsed >= recompiled.TotalSeconds) || elapsed >= longWork.TotalSeconds;
        return recompiledByNow && seconds.Count >= Window && IsStable;
    }
}
