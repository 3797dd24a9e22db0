namespace LearningKit.Workloads;

/// <summary>Random numbers that depend on a seed and a place alone, so that any row of an image can be made by itself.</summary>
static class PixelNoise
{
    /// <summary>64 random bits for a place: drawn twice, for the row and within it, so that neighbours have nothing in common.</summary>
    public static ulong At(int seed, int x, int y) =>
        SplitMix64.At(0, SplitMix64.At(0, (uint)seed * 0x9E3779B97F4A7C15 + (uint)y) + (uint)x);
}
