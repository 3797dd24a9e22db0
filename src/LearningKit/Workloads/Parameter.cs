using System.Numerics;

namespace LearningKit.Workloads;

/// <summary>Checks the parameters of a workload where they are set, so that no engine starts on nonsense.</summary>
static class Parameter
{
    /// <summary>Returns <paramref name="value"/> when it lies from <paramref name="least"/> to <paramref name="most"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not; the message gives the limits.</exception>
    public static T Within<T>(T value, T least, T most, string name) where T : INumber<T> => value >= least && value <= most ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least:N0} to {most:N0}.");
}
