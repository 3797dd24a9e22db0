namespace LearningKit.Workloads;

/// <summary>Random numbers that depend on a seed and a place alone, so that any row of an image can be made by itself.</summary>
static class PixelNoise
{
    /// <summary>64 random bits for a place.</summary>
    public static ulong At(int seed, int x, int y)
    {
        // The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over the place, twice, so that neighbours have nothing in common.
        return Mix(Mix((uint)seed * 0x9E3779B97F4A7C15 + (uint)y) + (uint)x);
    }

    static ulong Mix(ulong x)
    {
        x = (x + 1) * 0x9E3779B97F4A7C15;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
