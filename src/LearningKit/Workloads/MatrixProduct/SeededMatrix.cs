namespace LearningKit.Workloads;

/// <summary>Matrices made from a seed: element i is a function of the seed and i alone.</summary>
static class SeededMatrix
{
    /// <summary>Makes <paramref name="length"/> numbers spread evenly over -0.5 to 0.5.</summary>
    public static double[] Make(long length, ulong seed)
    {
        var numbers = GC.AllocateUninitializedArray<double>(checked((int)length));
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (Mix(seed + ((ulong)i + 1) * 0x9E3779B97F4A7C15) >> 11) * (1.0 / (1L << 53)) - 0.5;
        return numbers;
    }

    /// <summary>The output step of SplitMix64 (Steele, Lea and Flood 2014): every bit of z reaches every bit of the result.</summary>
    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
