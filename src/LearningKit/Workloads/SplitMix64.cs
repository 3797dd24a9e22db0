namespace LearningKit.Workloads;

/// <summary>
/// A counter-based generator: the number at any position is computed directly, without those before it.
/// Used where work is divided and every worker must find the same numbers at the same places.
/// </summary>
/// <remarks>
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014;
/// the constants are those of S. Vigna's splitmix64 (prng.di.unimi.it). Not for secrets.
/// <para>Thread-safe: there is no state.</para>
/// </remarks>
public static class SplitMix64
{
    const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The number at <paramref name="index"/> (from 0) of the sequence that belongs to <paramref name="seed"/>.</summary>
    public static ulong At(ulong seed, ulong index) => Mix(seed + (index + 1) * GoldenGamma);

    /// <summary>Scrambles 64 bits so that inputs that differ in one bit differ in about half of theirs. One to one.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
