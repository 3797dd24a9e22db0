namespace LearningKit.Workloads;

/// <summary>Matrices made from a seed: element i is a function of the seed and i alone.</summary>
static class SeededMatrix
{
    /// <summary>Makes <paramref name="length"/> numbers spread evenly over -0.5 to 0.5.</summary>
    public static double[] Make(long length, ulong seed)
    {
        var numbers = GC.AllocateUninitializedArray<double>(checked((int)length));
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (SplitMix64.At(seed, (ulong)i) >> 11) * (1.0 / (1L << 53)) - 0.5;
        return numbers;
    }
}
